import ApusAPIModel

// The texts of a response: its form, the case of its enum, and the contents of the case.
extension SwiftServerResponse {
    /// The expression of the form, as lines.
    var form: [String] {
        guard let content else {
            return [".none(" + ([response.status.expression] + exploded).joined(separator: ", ") + ")"]
        }
        let literal = SwiftText.literal(mediaType)
        let contentType = "contentType: \(literal)"
        let value = "\(type!).self"
        var arguments = [response.status.expression]
        let name: String
        switch content.coding {
        case .json:
            name = "json"
            arguments += mediaType == "application/json" ? [value] : [value, contentType]
        case .form:
            name = "form"
            arguments += mediaType == "application/x-www-form-urlencoded" ? [value] : [value, contentType]
            arguments += encodings
        case .multipart(.some, _):
            name = "multipart"
            arguments += mediaType == "multipart/form-data" ? [value] : [value, contentType]
            arguments += encodings
        case .multipart(nil, _): (name, arguments) = ("parts", arguments + [literal])
        case .events(_, let reading, let end):
            name = "events"
            arguments.append("\(element!).self")
            if reading != .data { arguments.append("reading: .\(reading.rawValue)") }
            if let end { arguments.append("end: \(SwiftText.literal(end))") }
            if mediaType != "text/event-stream" { arguments.append(contentType) }
        case .elements(_, let framing):
            name = "elements"
            arguments += ["\(element!).self", "framing: .\(framing.rawValue)", contentType]
        case .text: (name, arguments) = ("text", arguments + [literal])
        case .bytes: (name, arguments) = ("bytes", arguments + [literal])
        }
        arguments += exploded
        if constraints.lines.isEmpty { return [".\(name)(\(arguments.joined(separator: ", ")))"] }
        var list = Arguments()
        list.add(arguments.joined(separator: ", "))
        list.add(constraints)
        return [".\(name)("] + list.lines.map { "    " + $0 } + [")"]
    }

    private var exploded: [String] {
        let names = headers.filter(\.header.explode).map { SwiftText.literal($0.header.name) }
        return names.isEmpty ? [] : ["explodedHeaders: [\(names.joined(separator: ", "))]"]
    }

    /// The case of the enum.
    var caseView: OutcomeView.Case {
        var comment = DocComment()
        let text = response.documentation ?? ""
        comment.paragraph(text.isEmpty ? response.status.title + "." : "\(response.status.title): \(text)")
        var payload: [String] = []
        if let type { payload.append("\(type)") }
        payload += headers.map { header in
            let isOptional = if case .optional = header.type { true } else { false }
            return "\(Identifier.label(header.name)): \(header.type)\(isOptional ? " = nil" : "")"
        }
        switch response.status {
        case .code: break
        case .range(let digit): payload.append("status: Int = \(digit)00")
        case .default: payload.append("status: Int")
        }
        return OutcomeView.Case(
            documentation: comment.lines, name: Identifier.escaped(name),
            payload: payload.isEmpty ? "" : "(\(payload.joined(separator: ", ")))")
    }

    /// The case of the switch over the enum.
    func outcome(_ index: Int) -> String {
        var bindings: [String] = []
        var arguments = ["\(index)"]
        if let type {
            bindings.append("let body")
            // An optional would be no body.
            if case .optional = type { arguments.append("body as any Sendable") } else { arguments.append("body") }
        }
        bindings += headers.map { "let \(Identifier.escaped($0.name))" }
        if case .code = response.status {
        } else {
            bindings.append("let status")
            arguments.append("status: status")
        }
        if !headers.isEmpty {
            let fields = headers.map { "\(SwiftText.literal($0.header.name)): \(Identifier.escaped($0.name))" }
            arguments.append("headers: [\(fields.joined(separator: ", "))]")
        }
        let pattern = bindings.isEmpty ? "" : "(\(bindings.joined(separator: ", ")))"
        return "case .\(Identifier.escaped(name))\(pattern): ServerOutcome(\(arguments.joined(separator: ", ")))"
    }
}
