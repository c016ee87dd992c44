import ApusAPIModel

/// The calls that put parameters and the body on a request.
enum RequestCall {
    /// The statement for a parameter.
    static func lines(for parameter: SwiftParameter) -> [String] {
        let description = parameter.parameter
        let name = Identifier.escaped(parameter.name)
        var arguments: [String] = []
        switch (description.location, description.contentType) {
        case (.querystring, let contentType):
            let isForm = contentType?.contains("json") == false
            arguments = [isForm ? "form: \(name)" : "json: \(name)"]
            if isForm { arguments += parameter.encodings }
        case (_, .some): arguments = [SwiftText.literal(description.name), "json: \(name)"]
        case (_, nil):
            arguments = [SwiftText.literal(description.name), name]
            let standard = description.location.standardForm
            if description.style != standard.style { arguments.append("style: .\(description.style.rawValue)") }
            if description.explode != standard.explode { arguments.append("explode: \(description.explode)") }
            if description.allowReserved { arguments.append("allowReserved: true") }
        }
        return lines(description.location.rawValue, arguments, parameter.constraints)
    }

    /// The statements that put `body` on `request`.
    static func lines(for contents: SwiftContents) -> [String] {
        if contents.enumeration == nil {
            return contents.preferred.map { lines(for: $0, isOptional: !contents.isRequired) } ?? []
        }
        var result = ["switch body {"]
        for alternative in contents.alternatives {
            let statement = lines(for: alternative, isOptional: false)
            let label = "case .\(alternative.name)(let body)\(contents.isRequired ? "" : "?"):"
            result += statement.count == 1 ? ["\(label) \(statement[0])"] : [label] + statement.map { "    " + $0 }
        }
        if !contents.isRequired { result.append("case nil: break") }
        return result + ["}"]
    }

    /// - Parameter isOptional: Whether `body` has a value for an absent body.
    private static func lines(for body: SwiftContents.Alternative, isOptional: Bool) -> [String] {
        let mediaType = body.content.mediaType
        let contentType = "contentType: \(SwiftText.literal(mediaType))"
        var arguments: [String]
        switch body.content.coding {
        case .json:
            arguments = [body.isNullable && !isOptional ? "json: Presence(nullable: body)" : "json: body"]
            if mediaType != "application/json", !mediaType.contains("*") { arguments.append(contentType) }
        case .form:
            arguments = ["form: body"]
            if mediaType != "application/x-www-form-urlencoded" { arguments.append(contentType) }
        case .multipart(.some, _):
            arguments = ["multipart: body"]
            if mediaType != "multipart/form-data" { arguments.append(contentType) }
        case .multipart(nil, _): arguments = ["parts: body", contentType]
        case .elements(_, let framing): arguments = ["elements: body", "framing: .\(framing.rawValue)", contentType]
        case .text: arguments = ["text: body", contentType]
        case .events, .bytes: arguments = ["bytes: body", contentType]
        }
        return lines("body", arguments + body.encodings, body.constraints)
    }

    /// A call of one of the request's methods, with the constraints last.
    private static func lines(_ method: String, _ arguments: [String], _ constraints: ConstraintText) -> [String] {
        let call = "request.\(method)("
        let line = arguments.joined(separator: ", ")
        if constraints.lines.isEmpty, call.utf8.count + line.utf8.count < 110 { return [call + line + ")"] }
        var list = Arguments()
        if line.utf8.count < 110 { list.add(line) } else { for argument in arguments { list.add(argument) } }
        list.add(constraints)
        let lines = list.lines
        if lines.count == 2, call.utf8.count + lines[0].utf8.count + lines[1].utf8.count < 100 {
            return [call + lines.joined(separator: " ") + ")"]
        }
        var result = [call] + lines.map { "    " + $0 }
        result[result.count - 1] += ")"
        return result
    }
}

extension Parameter.Location {
    /// The runtime's defaults of the style and `explode` (OpenAPI 3.1, "Parameter Object").
    var standardForm: (style: Parameter.Style, explode: Bool) {
        switch self {
        case .path, .header: (.simple, false)
        case .query, .querystring, .cookie: (.form, true)
        }
    }
}
