import ApusAPIModel

extension API: Inspectable {
    var tree: ValueTree {
        .record([
            "title": title, "version": version, "file": file, "summary": summary, "documentation": documentation,
            "externalDocumentation": externalDocumentation, "servers": servers, "types": types,
            "operations": operations, "webhooks": webhooks, "securitySchemes": securitySchemes, "tags": tags,
        ])
    }
}

extension ExternalDocumentation: Inspectable {
    var tree: ValueTree {
        .record(["url": url, "documentation": documentation])
    }
}

extension Server: Inspectable {
    var tree: ValueTree {
        .record(["urlTemplate": urlTemplate, "documentation": documentation, "variables": variables])
    }
}

extension Server.Variable: Inspectable {
    var tree: ValueTree {
        .record(["name": name, "defaultValue": defaultValue, "values": values, "documentation": documentation])
    }
}

extension Tag: Inspectable {
    var tree: ValueTree {
        .record(["name": name, "documentation": documentation])
    }
}

extension SecurityScheme: Inspectable {
    var tree: ValueTree {
        .record([
            "name": name, "kind": kind, "documentation": documentation, "flows": flows,
            "metadataURL": metadataURL, "origin": origin,
        ])
    }
}

extension OAuthFlow: Inspectable {
    var tree: ValueTree {
        .record([
            "kind": kind.rawValue, "authorizationURL": authorizationURL,
            "deviceAuthorizationURL": deviceAuthorizationURL, "tokenURL": tokenURL, "refreshURL": refreshURL,
            "scopes": scopes,
        ])
    }
}

extension SecurityScheme.Kind: Inspectable {
    var tree: ValueTree {
        switch self {
        case .apiKey(let name, let location): .choice("apiKey", ["name": name, "location": location.rawValue])
        case .basic: .scalar("basic")
        case .bearer(let format): .choice("bearer", ["format": format])
        case .http(let scheme): .choice("http", ["scheme": scheme])
        case .oauth2: .scalar("oauth2")
        case .openIDConnect(let url): .choice("openIDConnect", ["url": url])
        case .mutualTLS: .scalar("mutualTLS")
        }
    }
}

extension SecurityRequirement: Inspectable {
    var tree: ValueTree {
        .record(["scheme": scheme, "scopes": scopes])
    }
}

extension Origin: Inspectable {
    var tree: ValueTree {
        let place = place
        let range: ValueTree = .record([
            "file": place.file, "line": place.line, "column": place.column, "offset": place.offset,
            "length": place.length,
        ])
        return .record(["place": range, "pointer": pointer])
    }
}
