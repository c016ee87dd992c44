import ApusAPIModel

/// The responses of an operation as Swift: what the method returns, what it throws, and the list by which the runtime
/// tells them apart.
struct Outcomes {
    /// What the method returns; nil if there is never a body.
    private(set) var result: String?
    /// The entries of the list that `send` takes.
    private(set) var entries: [String] = []
    private(set) var errors: [OutcomeView.Case] = []
    /// The cases of the enum that is returned when there are several bodies; empty otherwise.
    private(set) var successes: [OutcomeView.Case] = []
    /// Whether the cases of that enum hold nothing that is read later.
    private(set) var isHashable = true
    /// What the successful response is, in the description's words.
    private(set) var documentation: String?

    /// A response in one media type, or without a body.
    private struct Body {
        var response: Response
        var content: Content?
        var type: String?

        /// What is between the angle brackets of the type.
        var elementType: String {
            guard let type, let open = type.firstIndex(of: "<") else { return "JSONValue" }
            return String(type[type.index(after: open)...].dropLast())
        }
    }

    /// - Parameter streams: whether the successes with elements that arrive one by one are meant; nil for all.
    init(_ operation: Operation, error: String, success: String, streams: Bool? = nil, _ catalog: Catalog) {
        let responses = operation.responses
        // Without a documented success, `default` is the success.
        let hasSuccess = responses.contains { $0.status.isSuccess }
        func isSuccess(_ response: Response) -> Bool {
            hasSuccess ? response.status.isSuccess : response.status == .default
        }
        var good = Self.bodies(responses.filter(isSuccess), isSuccess: true, catalog)
        if let streams { good.removeAll { ($0.content?.isStream == true) != streams } }
        // A stream is one type; the enum of several is the other method's.
        if streams == true, let type = good.first?.type { good.removeAll { $0.type != type } }
        isHashable = !good.contains { body in
            switch body.content?.coding {
            case .bytes, .events, .elements, .multipart: true
            case .json, .form, .text, nil: false
            }
        }
        documentation = good.first?.response.telling
        let types = Set(good.map(\.type))
        if types.count > 1 {
            result = success
            var names = Scope(reserved: ReservedNames.members)
            for body in good {
                let name = names.name(body.response.status.caseName, Self.longName(body))
                successes.append(Self.outcome(body, name, hasStatus: false))
                entries.append(Self.entry("success", body, "\(success).\(name)", hasStatus: false))
            }
        } else {
            result = good.first?.type
            for body in good { entries.append(Self.entry("success", body, nil, hasStatus: false)) }
            if good.isEmpty { entries.append(".success(.range(2))") }
        }
        var names = Scope(reserved: ReservedNames.operationError.names)
        for body in Self.bodies(responses.filter { !isSuccess($0) }, isSuccess: false, catalog) {
            // The same payload in another media type is the same case.
            let twin = errors.first { $0.name == body.response.status.caseName }
            let outcome = Self.outcome(body, body.response.status.caseName, hasStatus: body.response.status.isOpen)
            if let twin, twin.payload == outcome.payload {
                entries.append(Self.entry("failure", body, "\(error).\(twin.name)", hasStatus: body.response.status.isOpen))
                continue
            }
            let name = names.name(body.response.status.caseName, Self.longName(body))
            errors.append(Self.outcome(body, name, hasStatus: body.response.status.isOpen))
            entries.append(Self.entry("failure", body, "\(error).\(name)", hasStatus: body.response.status.isOpen))
        }
    }

    private static func bodies(_ responses: [Response], isSuccess: Bool, _ catalog: Catalog) -> [Body] {
        responses.flatMap { response in
            if response.contents.isEmpty { return [Body(response: response)] }
            return response.contents.map { content in
                Body(response: response, content: content, type: Self.type(content, isSuccess: isSuccess, catalog))
            }
        }
    }

    private static func type(_ content: Content, isSuccess: Bool, _ catalog: Catalog) -> String {
        switch content.coding {
        case .json(let use), .form(let use, _): return catalog.swiftType(use)
        case .text: return "String"
        // An error is thrown with its whole body.
        case .events, .elements, .multipart, .bytes: if !isSuccess { return "[UInt8]" }
        }
        switch content.coding {
        case .events(let use, _, _): return "EventStream<\(catalog.swiftType(use))>"
        case .elements(let use, _): return "JSONSequence<\(catalog.swiftType(use))>"
        case .multipart:
            return catalog.partsName(of: content).map { "MultipartParts<\($0)>" } ?? "MultipartSequence"
        default: return "HTTPBody"
        }
    }

    private static func longName(_ body: Body) -> String {
        let kind =
            switch body.content?.coding {
            case .json, .form: "JSON"
            case .text: "Text"
            case .events: "Events"
            case .elements: "Elements"
            case .multipart: "Parts"
            case .bytes: "Bytes"
            case nil: "Empty"
            }
        return body.response.status.caseName + kind
    }

    private static func outcome(_ body: Body, _ name: String, hasStatus: Bool) -> OutcomeView.Case {
        var comment = DocComment()
        let text = body.response.documentation ?? ""
        comment.paragraph(text.isEmpty ? body.response.status.title + "." : "\(body.response.status.title): \(text)")
        let values = [hasStatus ? "status: Int" : nil, body.type].compactMap { $0 }
        return OutcomeView.Case(
            documentation: comment.lines, name: name,
            payload: values.isEmpty ? "" : "(\(values.joined(separator: ", ")))")
    }

    private static func entry(_ kind: String, _ body: Body, _ target: String?, hasStatus: Bool) -> String {
        var arguments = [body.response.status.expression]
        if let content = body.content { arguments += Self.form(content, body, isSuccess: kind == "success") }
        // A closure rather than the case itself, which Swift 5 mode does not take for a `@Sendable` function.
        switch (target, hasStatus, body.content != nil) {
        case (nil, _, _): break
        case (let target?, false, false): arguments.append(target)
        case (let target?, false, true): arguments.append("{ \(target)($0) }")
        case (let target?, true, false): arguments.append("{ \(target)(status: $0) }")
        case (let target?, true, true): arguments.append("{ \(target)(status: $0, $1) }")
        }
        return ".\(kind)(\(arguments.joined(separator: ", ")))"
    }

    /// The arguments that say how a body is read.
    private static func form(_ content: Content, _ body: Body, isSuccess: Bool) -> [String] {
        let mediaType = stringLiteral(content.mediaType)
        switch content.coding {
        case .json, .form:
            let json = "json: \(body.type ?? "JSONValue").self"
            return content.mediaType == "application/json" ? [json] : [json, "contentType: \(mediaType)"]
        case .text: return ["text: \(mediaType)"]
        case .events, .elements, .multipart, .bytes: if !isSuccess { return ["bytes: \(mediaType)"] }
        }
        switch content.coding {
        case .events(_, let reading, let end):
            var arguments = ["events: \(body.elementType).self"]
            if reading != .data { arguments.append("reading: .\(reading.rawValue)") }
            if let end { arguments.append("end: \(stringLiteral(end))") }
            if content.mediaType != "text/event-stream" { arguments.append("contentType: \(mediaType)") }
            return arguments
        case .elements(_, let framing):
            return ["elements: \(body.elementType).self", "framing: .\(framing.rawValue)", "contentType: \(mediaType)"]
        case .multipart:
            let parts = ["parts: \(mediaType)"]
            return body.type == "MultipartSequence" ? parts : parts + ["of: \(body.elementType).self"]
        default: return ["bytes: \(mediaType)"]
        }
    }
}

extension Response {
    /// What is said of the response, unless it is only that it is one, or the name of its status.
    fileprivate var telling: String? {
        guard let documentation else { return nil }
        let letters = documentation.lowercased().filter(\.isLetter)
        return letters == "response" || letters == status.caseName.lowercased() ? nil : documentation
    }
}
