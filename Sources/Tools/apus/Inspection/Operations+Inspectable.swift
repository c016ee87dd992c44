import ApusAPIModel

extension Operation: Inspectable {
    var tree: ValueTree {
        .record([
            "id": id, "explicitName": explicitName, "method": method, "path": path, "summary": summary,
            "documentation": documentation, "externalDocumentation": externalDocumentation,
            "isDeprecated": isDeprecated, "tags": tags, "parameters": parameters, "requestBody": requestBody,
            "responses": responses, "security": security, "servers": servers, "pagination": pagination,
            "idempotency": idempotency, "origin": origin,
        ])
    }
}

extension Idempotency: Inspectable {
    var tree: ValueTree {
        switch self {
        case .repeatable: .scalar("repeatable")
        case .notRepeatable: .scalar("notRepeatable")
        case .key(let field): .choice("key", field)
        }
    }
}

extension Parameter: Inspectable {
    var tree: ValueTree {
        .record([
            "name": name, "explicitName": explicitName, "location": location.rawValue, "style": style.rawValue,
            "explode": explode, "allowReserved": allowReserved, "isRequired": isRequired,
            "isDeprecated": isDeprecated, "documentation": documentation, "type": type,
            "defaultValue": defaultValue, "contentType": contentType, "encodings": encodings, "origin": origin,
        ])
    }
}

extension PropertyEncoding: Inspectable {
    var tree: ValueTree {
        .record([
            "property": property, "contentType": contentType, "style": style?.rawValue, "explode": explode,
            "allowReserved": allowReserved, "headers": headers, "hasTypedParts": hasTypedParts,
        ])
    }
}

extension RequestBody: Inspectable {
    var tree: ValueTree {
        .record(["isRequired": isRequired, "documentation": documentation, "contents": contents, "origin": origin])
    }
}

extension Response: Inspectable {
    var tree: ValueTree {
        .record([
            "status": status, "documentation": documentation, "headers": headers, "contents": contents,
            "links": links, "origin": origin,
        ])
    }
}

extension Response.Status: Inspectable {
    var tree: ValueTree {
        switch self {
        case .code(let code): .choice("code", code)
        case .range(let hundreds): .choice("range", hundreds)
        case .default: .scalar("default")
        }
    }
}

extension Response.Header: Inspectable {
    var tree: ValueTree {
        .record([
            "name": name, "isRequired": isRequired, "documentation": documentation, "type": type,
            "explode": explode,
        ])
    }
}

extension Response.Link: Inspectable {
    var tree: ValueTree {
        .record(["target": target, "documentation": documentation, "arguments": arguments])
    }
}

extension Response.Link.Argument: Inspectable {
    var tree: ValueTree {
        .record(["name": name, "value": value])
    }
}

extension Pagination: Inspectable {
    var tree: ValueTree {
        .record([
            "style": style, "request": request, "items": items, "origin": origin,
        ])
    }
}

extension Pagination.Style: Inspectable {
    var tree: ValueTree {
        switch self {
        case .token(let next): .choice("token", ["next": next])
        case .cursor(let member, let more): .choice("cursor", ["member": member, "more": more])
        case .offset(let limit, let total): .choice("offset", ["limit": limit, "total": total])
        case .page(let first, let total): .choice("page", ["first": first, "total": total])
        case .link: .scalar("link")
        case .url(let next): .choice("url", ["next": next])
        }
    }
}

extension Content: Inspectable {
    var tree: ValueTree {
        .record(["mediaType": mediaType, "coding": coding, "origin": origin])
    }
}

extension Content.Coding: Inspectable {
    var tree: ValueTree {
        switch self {
        case .json(let type): .choice("json", type)
        case .form(let type, let encodings): .choice("form", ["0": type, "1": encodings])
        case .multipart(let type, let encodings): .choice("multipart", ["0": type, "1": encodings])
        case .events(let type, let reading, let end):
            .choice("events", ["0": type, "1": reading.rawValue, "end": end])
        case .elements(let type, let framing): .choice("elements", ["0": type, "1": framing.rawValue])
        case .text(let type): .choice("text", type)
        case .bytes: .scalar("bytes")
        }
    }
}

extension Webhook: Inspectable {
    var tree: ValueTree {
        .record([
            "name": name, "explicitName": explicitName, "method": method, "summary": summary,
            "documentation": documentation, "externalDocumentation": externalDocumentation, "callback": callback,
            "contents": contents, "origin": origin,
        ])
    }
}

extension Webhook.Callback: Inspectable {
    var tree: ValueTree {
        .record(["operation": operation, "expression": expression])
    }
}
