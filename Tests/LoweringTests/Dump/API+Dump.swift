import ApusAPIModel

extension API {
    /// The API as compact text for comparisons, with a line for each member and all decisions.
    var dump: String {
        var lines = ["api \(title) \(version)"]
        for server in servers { lines.append("server \(server.urlTemplate)") }
        for scheme in securitySchemes {
            lines.append("security \(scheme.name) \(scheme.kind.dump)")
            lines += scheme.flows.map { flow in
                let urls = [flow.authorizationURL, flow.deviceAuthorizationURL, flow.tokenURL, flow.refreshURL]
                return (["  flow", flow.kind.rawValue] + urls.map { $0 ?? "-" } + flow.scopes).joined(separator: " ")
            }
            if let url = scheme.metadataURL { lines.append("  metadata \(url)") }
        }
        for operation in operations { lines += [""] + operation.dumpLines }
        for webhook in webhooks { lines += [""] + webhook.dumpLines }
        for type in types { lines += [""] + type.dumpLines }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension SecurityScheme.Kind {
    fileprivate var dump: String {
        switch self {
        case .apiKey(let name, let location): "apiKey \(location.rawValue) \(name)"
        case .basic: "basic"
        case .bearer(let format): "bearer" + (format.map { " \($0)" } ?? "")
        case .http(let scheme): "http \(scheme)"
        case .oauth2: "oauth2"
        case .openIDConnect(let url): "openIdConnect \(url)"
        case .mutualTLS: "mutualTLS"
        }
    }
}

extension Operation {
    fileprivate var dumpLines: [String] {
        var lines = ["operation \(id): \(method) \(path)" + (isDeprecated ? " deprecated" : "")]
        for parameter in parameters {
            var line = "  \(parameter.location.rawValue) \(parameter.name)\(parameter.isRequired ? "" : "?"): "
            line += parameter.type.dump + " \(parameter.style.rawValue)" + (parameter.explode ? " explode" : "")
            if let contentType = parameter.contentType { line += " as \(contentType)" }
            line += parameter.encodings.map(\.dump).joined()
            if let value = parameter.defaultValue { line += " = \(value.json)" }
            lines.append(line)
        }
        if let body = requestBody {
            lines += body.contents.map { "  body\(body.isRequired ? "" : "?") \($0.dump)" }
        }
        for response in responses {
            lines.append("  response \(response.status.dump)" + (response.contents.isEmpty ? " (no body)" : ""))
            lines += response.headers.map { "    header \($0.name)\($0.isRequired ? "" : "?"): \($0.type.dump)" }
            lines += response.contents.map { "    \($0.dump)" }
            lines += response.links.map { link in
                "    link \(link.target)" + link.arguments.map { " \($0.name)=\($0.value)" }.joined()
            }
        }
        for server in servers { lines.append("  server \(server.urlTemplate)") }
        for alternative in security {
            lines.append(
                "  security " + (alternative.isEmpty ? "none" : alternative.map(\.scheme).joined(separator: " + ")))
        }
        if let idempotency { lines.append("  idempotency \(idempotency)") }
        if let pagination {
            lines.append(
                "  pages \(pagination.style) -> \(pagination.request ?? "-"), items "
                    + pagination.items.joined(separator: "."))
        }
        return lines
    }
}

extension Webhook {
    fileprivate var dumpLines: [String] {
        let source = callback.map { " of \($0.operation) at \($0.expression)" } ?? ""
        return ["webhook \(name): \(method)\(source)"] + contents.map { "  payload \($0.dump)" }
    }
}

extension Content {
    fileprivate var dump: String {
        switch coding {
        case .json(let use): "\(mediaType): \(use.dump)"
        case .form(let use, let encodings): "\(mediaType): form \(use.dump)" + encodings.map(\.dump).joined()
        case .multipart(let use, let encodings):
            "\(mediaType): parts \(use?.dump ?? "of any kind")" + encodings.map(\.dump).joined()
        case .events(let use, let reading, let end):
            "\(mediaType): events, \(reading.rawValue) \(use.dump)" + (end.map { " until \($0)" } ?? "")
        case .elements(let use, let framing): "\(mediaType): \(framing.rawValue) \(use.dump)"
        case .text(let use): "\(mediaType): text \(use.dump)"
        case .bytes: "\(mediaType): bytes"
        }
    }
}

extension PropertyEncoding {
    fileprivate var dump: String {
        let parts = [
            contentType, style?.rawValue, explode.map { $0 ? "explode" : "joined" },
            allowReserved == true ? "reserved" : nil,
            hasTypedParts ? nil : "untyped",
        ]
        let fields = headers.map { "\($0.name)\($0.isRequired ? "" : "?"): \($0.type.dump)" }
        return ", \(property)" + (parts.contains { $0 != nil } ? " as " : "")
            + parts.compactMap { $0 }.joined(separator: " ")
            + (fields.isEmpty ? "" : " with \(fields.joined(separator: ", "))")
    }
}

extension Response.Status {
    fileprivate var dump: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let digit): "\(digit)XX"
        case .default: "default"
        }
    }
}
