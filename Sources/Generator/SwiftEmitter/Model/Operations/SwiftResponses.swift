import ApusAPIModel

/// The responses of an operation: the method's results and errors, and the list in which the runtime finds a response.
struct SwiftResponses {
    /// A response in one media type, or without a body.
    struct Entry {
        let isSuccess: Bool
        let status: Response.Status
        var body: SwiftBody?
        let constraints: ConstraintText
        /// The case for the response, such as `GetPetError.notFound`. `nil` if the method returns the body itself.
        let target: String?
    }

    /// A case of the enum of errors or of successes.
    struct Case {
        let documentation: [String]
        let name: String
        let payload: SwiftType?
    }

    /// A media type of a success.
    struct Acceptable {
        /// The name of the case, without backticks.
        let name: String
        let mediaType: String
    }

    /// The type of the method's result, or `nil` if there is never a body.
    let result: SwiftType?
    let entries: [Entry]
    let errors: [Case]
    /// The cases of the enum that the method returns if there are several bodies. Empty otherwise.
    let successes: [Case]
    /// Whether the enum can be `Hashable`, because all its bodies are complete.
    let isHashable: Bool
    /// The media types of the successes, each once.
    let acceptable: [Acceptable]
    /// The API description's text about the successful response.
    let documentation: String?

    /// Whether a caller can choose among media types.
    var isChoice: Bool { acceptable.count > 1 }
}

extension SwiftResponses {
    /// - Parameter streams: Selects the successes that are streams (`true`) or the others (`false`). `nil` selects all.
    init(_ operation: Operation, names: OperationNames, streams: Bool? = nil, _ types: SwiftTypes) {
        let responses = operation.responses
        var good = Self.successes(of: responses).flatMap { DescribedBody.all(of: $0, isSuccess: true, types) }
        if let streams { good.removeAll { ($0.content?.isStream == true) != streams } }
        // A stream has one type. The enum of several types belongs to the other method.
        if streams == true, let type = good.first?.type { good.removeAll { $0.type != type } }
        let bad = responses.filter { !$0.status.isSuccess }.flatMap {
            DescribedBody.all(of: $0, isSuccess: false, types)
        }

        isHashable = good.allSatisfy { $0.body?.isReadLater != true }
        documentation = good.first?.response.informativeDocumentation
        acceptable = Self.acceptable(good.compactMap(\.content))
        let successes = Self.successes(good, names.success)
        let errors = Self.errors(bad, names.error)
        (self.successes, self.errors) = (successes.cases, errors.cases)
        result = successes.cases.isEmpty ? good.first?.type : .named(names.success)
        entries = Self.joined(successes.entries) + Self.joined(errors.entries)
    }

    /// Joins the entries of JSON media types with the same value. The runtime distinguishes the JSON media types of
    /// separate entries.
    private static func joined(_ entries: [Entry]) -> [Entry] {
        var result: [Entry] = []
        for entry in entries {
            if let twin = result.firstIndex(where: { $0.isTwin(of: entry) }), let mediaType = entry.body?.mediaType {
                result[twin].body?.add(mediaType)
            } else {
                result.append(entry)
            }
        }
        return result
    }

    /// The documented successes. Without one, the successes are what `default` describes, which is also the error for
    /// any other status.
    private static func successes(of responses: [Response]) -> [Response] {
        let successes = responses.filter(\.status.isSuccess)
        guard successes.isEmpty, var response = responses.first(where: { $0.status == .default }) else {
            return successes
        }
        response.status = .range(2)
        return [response]
    }

    static func acceptable(_ contents: [Content]) -> [Acceptable] {
        var different: [Content] = []
        for content in contents where !different.contains(where: { $0.mediaType == content.mediaType }) {
            different.append(content)
        }
        var names = Scope(reserved: ReservedNames.members)
        return zip(different, different.caseNames(in: &names)).map { Acceptable(name: $1, mediaType: $0.mediaType) }
    }

    /// - Parameter name: The name of the enum, which is needed for several types of bodies.
    private static func successes(_ bodies: [DescribedBody], _ name: String) -> (cases: [Case], entries: [Entry]) {
        if bodies.isEmpty {
            return ([], [Entry(isSuccess: true, status: .range(2), body: nil, constraints: .none, target: nil)])
        }
        if Set(bodies.map(\.type)).count == 1 { return ([], bodies.map { $0.entry(isSuccess: true, target: nil) }) }
        var names = Scope(reserved: ReservedNames.members)
        let cases = bodies.map { body in
            body.outcome(names.name(body.response.status.caseName, body.longName(among: bodies)), payload: body.type)
        }
        return (cases, zip(bodies, cases).map { $0.entry(isSuccess: true, target: "\(name).\($1.name)") })
    }

    private static func errors(_ bodies: [DescribedBody], _ name: String) -> (cases: [Case], entries: [Entry]) {
        var names = Scope(reserved: ReservedNames.operationError.names)
        var cases: [Case] = []
        let entries = bodies.map { body in
            let payload = SwiftType.generic("ErrorResponse", body.type ?? .named("NoBody"))
            let short = body.response.status.caseName
            // The same payload in another media type is the same case.
            if let twin = cases.first(where: { $0.name == short }), twin.payload == payload {
                return body.entry(isSuccess: false, target: "\(name).\(twin.name)")
            }
            let outcome = body.outcome(names.name(short, body.longName(among: bodies)), payload: payload)
            cases.append(outcome)
            return body.entry(isSuccess: false, target: "\(name).\(outcome.name)")
        }
        return (cases, entries)
    }
}

extension SwiftResponses.Entry {
    /// Whether both entries have the same JSON value.
    fileprivate func isTwin(of other: Self) -> Bool {
        guard let body, let otherBody = other.body, body.isJSON, otherBody.isJSON else { return false }
        return status == other.status && target == other.target && body.type == otherBody.type
            && constraints.lines == other.constraints.lines
    }
}

/// A response in one media type or without a body, and its Swift type.
private struct DescribedBody {
    let response: Response
    let content: Content?
    let body: SwiftBody?
    let constraints: ConstraintText

    var type: SwiftType? { body?.type }

    static func all(of response: Response, isSuccess: Bool, _ types: SwiftTypes) -> [Self] {
        if response.contents.isEmpty { return [Self(response: response, content: nil, body: nil, constraints: .none)] }
        return response.contents.map { content in
            let constraints =
                switch content.coding {
                case .json(let use): ConstraintWriter(types).constraints(of: use)
                case .text(let use): ConstraintWriter(types).constraints(ofText: use)
                default: ConstraintText.none
                }
            return Self(
                response: response, content: content, body: SwiftBody(content, isSuccess: isSuccess, types),
                constraints: constraints)
        }
    }

    func entry(isSuccess: Bool, target: String?) -> SwiftResponses.Entry {
        SwiftResponses.Entry(
            isSuccess: isSuccess, status: response.status, body: body, constraints: constraints, target: target)
    }

    func outcome(_ name: String, payload: SwiftType?) -> SwiftResponses.Case {
        var comment = DocComment()
        let text = response.documentation ?? ""
        comment.paragraph(text.isEmpty ? response.status.title + "." : "\(response.status.title): \(text)")
        return SwiftResponses.Case(documentation: comment.lines, name: name, payload: payload)
    }

    /// The name of a case for a status that several cases share.
    func longName(among others: [Self]) -> String {
        let twins = others.filter { $0.response.status == response.status && $0.kindName == kindName }
        guard twins.count > 1, let mediaType = content?.mediaType else { return response.status.caseName + kindName }
        return response.status.caseName + Words(mediaType: mediaType).upperCamel
    }

    private var kindName: String { content?.responseKindName ?? "Empty" }
}

extension Content {
    /// The kind of a response's body in the name of a case.
    var responseKindName: String {
        switch coding {
        case .json, .form: "JSON"
        case .text: "Text"
        case .events: "Events"
        case .elements: "Elements"
        case .multipart: "Parts"
        case .bytes: "Bytes"
        }
    }
}

extension Response {
    /// The documentation, or `nil` if it only says that the response is a success, or names its status.
    fileprivate var informativeDocumentation: String? {
        guard let documentation else { return nil }
        let letters = documentation.lowercased().filter(\.isLetter)
        return Self.fillers.contains(letters) || letters == status.caseName.lowercased() ? nil : documentation
    }

    /// The letters of descriptions that say nothing about the response.
    private static let fillers: Set = [
        "response", "success", "successful", "successresponse", "successfulresponse", "successfuloperation",
    ]
}
