import ApusAPIModel

/// The responses of an operation as Swift: what the method returns, what it throws, and the list by which the runtime
/// tells them apart.
struct Outcomes {
    /// What the method returns; nil if there is never a body.
    private(set) var result: SwiftType?
    /// The entries of the list that `send` takes.
    private(set) var entries: [[String]] = []
    private(set) var errors: [OutcomeView.Case] = []
    /// The cases of the enum that is returned when there are several bodies; empty otherwise.
    private(set) var successes: [OutcomeView.Case] = []
    /// Whether the cases of that enum hold nothing that is read later.
    private(set) var isHashable = true
    /// The contents of the successes, one of each media type.
    private(set) var acceptable: [Content] = []
    /// What the successful response is, in the description's words.
    private(set) var documentation: String?

    /// A response in one media type, or without a body.
    private struct Body {
        var response: Response
        var content: Content?
        var type: SwiftType?

        var kindName: String {
            switch content?.coding {
            case .json, .form: "JSON"
            case .text: "Text"
            case .events: "Events"
            case .elements: "Elements"
            case .multipart: "Parts"
            case .bytes: "Bytes"
            case nil: "Empty"
            }
        }

        /// The type of the elements of a stream, or of the parts of a multipart body.
        var elementType: SwiftType {
            if case .generic(_, let element) = type { element } else { .jsonValue }
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
        acceptable = good.compactMap(\.content).reduce(into: []) { types, content in
            if !types.contains(where: { $0.mediaType == content.mediaType }) { types.append(content) }
        }
        let types = Set(good.map(\.type))
        if types.count > 1 {
            result = .named(success)
            var names = Scope(reserved: ReservedNames.members)
            for body in good {
                let name = names.name(body.response.status.caseName, Self.longName(body, among: good))
                successes.append(Self.outcome(body, name, payload: body.type))
                entries.append(Self.entry("success", body, "\(success).\(name)", catalog))
            }
        } else {
            result = good.first?.type
            for body in good { entries.append(Self.entry("success", body, nil, catalog)) }
            if good.isEmpty { entries.append([".success(.range(2))"]) }
        }
        var names = Scope(reserved: ReservedNames.operationError.names)
        let bad = Self.bodies(responses.filter { !isSuccess($0) }, isSuccess: false, catalog)
        for body in bad {
            // The same payload in another media type is the same case.
            let twin = errors.first { $0.name == body.response.status.caseName }
            let outcome = Self.outcome(
                body, body.response.status.caseName, payload: .generic("ErrorResponse", body.type ?? .named("NoBody")))
            if let twin, twin.payload == outcome.payload {
                entries.append(Self.entry("failure", body, "\(error).\(twin.name)", catalog))
                continue
            }
            var named = outcome
            named.name = names.name(body.response.status.caseName, Self.longName(body, among: bad))
            errors.append(named)
            entries.append(Self.entry("failure", body, "\(error).\(named.name)", catalog))
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

    private static func type(_ content: Content, isSuccess: Bool, _ catalog: Catalog) -> SwiftType {
        switch content.coding {
        case .json(let use), .form(let use, _): return catalog.swiftType(use)
        case .text: return .string
        // An error is thrown with its whole body.
        case .events, .elements, .multipart, .bytes: if !isSuccess { return .array(.named("UInt8")) }
        }
        switch content.coding {
        case .events(let use, _, _): return .generic("EventStream", catalog.swiftType(use))
        case .elements(let use, _): return .generic("JSONSequence", catalog.swiftType(use))
        case .multipart:
            return catalog.partsName(of: content).map { .generic("MultipartParts", .named($0)) } ?? .named("MultipartSequence")
        default: return .named("HTTPBody")
        }
    }

    /// The name of a case that its status alone does not tell apart.
    ///
    /// - Parameter others: All responses that are cases of the enum.
    private static func longName(_ body: Body, among others: [Body]) -> String {
        let twins = others.filter { $0.response.status == body.response.status && $0.kindName == body.kindName }
        guard twins.count > 1, let mediaType = body.content?.mediaType else {
            return body.response.status.caseName + body.kindName
        }
        return body.response.status.caseName
            + Words(mediaType.replacing("*", with: "any").replacing("=", with: " ")).upperCamel
    }

    private static func outcome(_ body: Body, _ name: String, payload: SwiftType?) -> OutcomeView.Case {
        var comment = DocComment()
        let text = body.response.documentation ?? ""
        comment.paragraph(text.isEmpty ? body.response.status.title + "." : "\(body.response.status.title): \(text)")
        return OutcomeView.Case(documentation: comment.lines, name: name, payload: payload.map { "(\($0))" } ?? "")
    }

    /// An entry of the list that `send` takes, as lines.
    private static func entry(_ kind: String, _ body: Body, _ target: String?, _ catalog: Catalog) -> [String] {
        var arguments = [body.response.status.expression]
        if let content = body.content { arguments += Self.form(content, body, isSuccess: kind == "success") }
        var constraints = ConstraintText.none
        if case .json(let use) = body.content?.coding { constraints = catalog.constraints(of: use) }
        // A closure rather than the case itself, which Swift 5 mode does not take for a `@Sendable` function.
        let closure = target.map { body.content == nil && kind == "success" ? $0 : "{ \($0)($0) }" }
        if constraints.lines.isEmpty {
            return [".\(kind)(\((arguments + [closure].compactMap { $0 }).joined(separator: ", ")))"]
        }
        var list = Arguments()
        list.add(arguments.joined(separator: ", "))
        list.add(constraints)
        if let closure { list.add(closure) }
        return [".\(kind)("] + list.lines.map { "    " + $0 } + [")"]
    }

    /// The arguments that say how a body is read.
    private static func form(_ content: Content, _ body: Body, isSuccess: Bool) -> [String] {
        let mediaType = stringLiteral(content.mediaType)
        switch content.coding {
        case .json, .form:
            let json = "json: \(body.type ?? .jsonValue).self"
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
            return body.type == .named("MultipartSequence") ? parts : parts + ["of: \(body.elementType).self"]
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
