import ApusAPIModel

/// The statements that read a request and call a server's method.
enum ServerCalls {
    static func statements(of operation: SwiftServerOperation) -> [String] {
        var lines = operation.parameters.flatMap(read)
        lines += body(operation.contents)
        if operation.responses.isChoice { lines.append("let accept = request.accept(\(operation.names.accept).self)") }
        lines += operation.identities.map { identity in
            let label = identity.isOptional ? "optional: " : ""
            return "let \(Identifier.escaped(identity.name)) = request.identity("
                + "\(SwiftText.literal(identity.scheme.scheme.name)), \(label)\(identity.scheme.identity).self)"
        }
        lines.append("try await request.read()")
        return lines + call(operation)
    }

    // MARK: Parameters

    private static func read(_ parameter: SwiftServerParameter) -> [String] {
        let description = parameter.parameter
        let type = "\(parameter.base).self"
        var isOptional = false
        var standard: [String] = []
        switch parameter.absence {
        case .refused: break
        case .filled(let value): standard = ["default: \(value)"]
        case .none: isOptional = true
        }
        var arguments: [String]
        switch (description.location, description.contentType) {
        case (.querystring, let contentType):
            let isForm = contentType?.contains("json") == false
            let label = isForm ? (isOptional ? "optionalForm" : "form") : (isOptional ? "optionalJSON" : "json")
            arguments = ["\(label): \(type)"] + standard
            if isForm { arguments += parameter.encodings }
        case (_, .some):
            arguments = [SwiftText.literal(description.name), "\(isOptional ? "optionalJSON" : "json"): \(type)"]
            arguments += standard
        case (_, nil):
            arguments = [SwiftText.literal(description.name), isOptional ? "optional: \(type)" : type] + standard
            let form = description.location.standardForm
            if description.style != form.style { arguments.append("style: .\(description.style.rawValue)") }
            if description.explode != form.explode { arguments.append("explode: \(description.explode)") }
            if description.allowReserved, description.location == .query { arguments.append("allowReserved: true") }
        }
        return call(
            "let \(Identifier.escaped(parameter.name)) = request.\(description.location.rawValue)(", arguments,
            parameter.constraints)
    }

    // MARK: The body

    private static func body(_ contents: SwiftServerContents) -> [String] {
        guard let type = contents.type else { return [] }
        let start = "let body: RequestValue<\(type)> = request.body("
        let absent: String?
        switch (contents.isRequired, type) {
        case (true, _): absent = nil
        case (false, .generic("Presence", _)): absent = "absent: .absent"
        case (false, _): absent = "absent: nil"
        }
        let readings = contents.alternatives.map { reading($0, contents) }
        if readings.count == 1, readings[0].count == 1 {
            let line = start + ([absent].compactMap(\.self) + readings[0]).joined(separator: ", ") + ")"
            if line.utf8.count <= 108 { return [line] }
        }
        var list = Arguments()
        if let absent { list.add(absent) }
        for reading in readings { list.add(reading) }
        return [start] + list.lines.map { "    " + $0 } + [")"]
    }

    /// The expression that reads the body in one media type, as lines.
    private static func reading(_ body: SwiftServerContents.Alternative, _ contents: SwiftServerContents) -> [String] {
        let mediaType = body.content.mediaType
        let literal = SwiftText.literal(mediaType)
        let contentType = "contentType: \(literal)"
        let type = body.isNullable ? SwiftType.optional(body.type) : body.type
        let name: String
        var arguments: [String]
        switch body.content.coding {
        case .json:
            (name, arguments) = ("json", ["\(type).self"])
            if mediaType != "application/json" { arguments.append(contentType) }
        case .form:
            (name, arguments) = ("form", ["\(type).self"])
            if mediaType != "application/x-www-form-urlencoded" { arguments.append(contentType) }
            arguments += body.encodings
        case .multipart:
            if let part = body.element {
                (name, arguments) = ("multipart", ["\(part).self"])
                if mediaType != "multipart/form-data" { arguments.append(contentType) }
            } else {
                (name, arguments) = ("parts", [literal])
            }
        case .elements(_, let framing):
            (name, arguments) = ("elements", ["\(body.element!).self", "framing: .\(framing.rawValue)", contentType])
        case .text: (name, arguments) = ("text", [literal])
        case .events, .bytes: (name, arguments) = ("bytes", [literal])
        }
        let map: String
        if contents.enumeration != nil {
            map = "{ .\(Identifier.escaped(body.name))($0) }"
        } else if body.isNullable, !contents.isRequired {
            map = "{ Presence(nullable: $0) }"
        } else {
            map = "{ $0 }"
        }
        var lines = call(".\(name)(", arguments, body.constraints)
        lines[lines.count - 1] += " " + map
        return lines
    }

    // MARK: The method

    private static func call(_ operation: SwiftServerOperation) -> [String] {
        let start = "try await self.\(Identifier.escaped(operation.names.method))("
        let arguments = operation.methodParameters.map(\.argument)
        func call(_ prefix: String, _ suffix: String) -> [String] {
            let lines = SwiftText.filled(arguments, separator: ",")
            if let line = SwiftText.onOneLine(lines, width: 100 - prefix.utf8.count - start.utf8.count) {
                return ["\(prefix)\(start)\(line))\(suffix)"]
            }
            return ["\(prefix)\(start)"] + lines.map { "    " + $0 } + [")\(suffix)"]
        }
        switch operation.responses.result {
        case .nothing: return call("", "") + ["return ServerOutcome(0)"]
        case .body(.optional): return call("let result = ", "") + ["return ServerOutcome(0, result as any Sendable)"]
        case .body: return call("let result = ", "") + ["return ServerOutcome(0, result)"]
        case .output: return call("return ", ".outcome")
        }
    }

    /// A call with the constraints last.
    private static func call(_ start: String, _ arguments: [String], _ constraints: ConstraintText) -> [String] {
        let line = arguments.joined(separator: ", ")
        if constraints.lines.isEmpty { return [start + line + ")"] }
        var list = Arguments()
        list.add(line)
        list.add(constraints)
        let lines = list.lines
        if lines.count == 2, start.utf8.count + lines[0].utf8.count + lines[1].utf8.count < 100 {
            return [start + lines.joined(separator: " ") + ")"]
        }
        var result = [start] + lines.map { "    " + $0 }
        result[result.count - 1] += ")"
        return result
    }
}
