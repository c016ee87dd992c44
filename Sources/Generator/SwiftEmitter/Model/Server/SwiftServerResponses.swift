import ApusAPIModel
import ApusDiagnostics

/// The responses of an operation that a server's method returns or throws.
struct SwiftServerResponses {
    /// The result of a method.
    enum Result {
        /// Nothing: the only response has no body.
        case nothing
        /// The body of the only response.
        case body(SwiftType)
        /// An enum of the responses.
        case output
    }

    let result: Result
    let outputs: [SwiftServerResponse]
    let failures: [SwiftServerResponse]
    /// The API description's text about the successful response.
    let documentation: String?
    /// The media types of the responses that a method returns, each once.
    let acceptable: [SwiftResponses.Acceptable]

    init(_ operation: Operation, _ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        var good = operation.responses.filter { !$0.status.isFailure }
        let standard = operation.responses.first { $0.status == .default }
        if good.isEmpty, var standard {
            // Without a documented success, `default` also describes successes.
            standard.status = .range(2)
            good = [standard]
        }
        if good.isEmpty {
            diagnostics.warning(
                .noSuccess, "`\(SwiftText.oneLine(operation.id))` has no response that is a success",
                at: operation.origin.place, help: "describe the response of a success, such as `'204'`")
            good = [Response(status: .code(204), contents: [], origin: operation.origin)]
        }
        outputs = SwiftServerResponse.all(of: good, types)
        failures = SwiftServerResponse.all(of: operation.responses.filter(\.status.isFailure), types)
        documentation = good.first?.documentation
        if outputs.count == 1, case .code = outputs[0].response.status, outputs[0].headers.isEmpty {
            result = outputs[0].type.map { .body($0) } ?? .nothing
        } else {
            result = .output
        }
        // As for a client, the request decides whether the response is a stream.
        let contents = good.filter(\.status.isSuccess).flatMap(\.contents)
        let whole = contents.filter { !$0.isStream }
        acceptable = SwiftResponses.acceptable(whole.isEmpty ? contents : whole)
    }

    /// Whether the method has a parameter for the media type that the client wants.
    var isChoice: Bool { acceptable.count > 1 }
}

/// A response in one media type, or without a body.
struct SwiftServerResponse {
    /// A described header field.
    struct Header {
        let header: Response.Header
        /// The label, without backticks.
        let name: String
        let type: SwiftType
    }

    let response: Response
    /// `nil` without a body.
    let content: Content?
    /// The media type, or several with the same JSON, separated by commas.
    private(set) var mediaType: String
    /// The type of the body.
    let type: SwiftType?
    /// The type of the elements.
    let element: SwiftType?
    let constraints: ConstraintText
    let encodings: [String]
    let headers: [Header]
    /// The name of the case, without backticks.
    private(set) var name = ""

    /// The responses with the names of their cases.
    static func all(of responses: [Response], _ types: SwiftTypes) -> [SwiftServerResponse] {
        var all: [SwiftServerResponse] = []
        for response in responses {
            let contents: [Content?] = response.contents.isEmpty ? [nil] : response.contents
            for content in contents {
                let item = SwiftServerResponse(response, content, types)
                if let twin = all.firstIndex(where: { $0.isTwin(of: item) }) {
                    all[twin].mediaType += ", " + item.mediaType
                } else {
                    all.append(item)
                }
            }
        }
        var names = Scope(reserved: ReservedNames.members.union(["forms", "outcome"]))
        for index in all.indices {
            all[index].name = names.name(all[index].response.status.caseName, all[index].longName(among: all))
        }
        return all
    }

    private init(_ response: Response, _ content: Content?, _ types: SwiftTypes) {
        self.response = response
        self.content = content
        mediaType = content?.mediaType ?? ""
        var (element, encodings, constraints) = (SwiftType?.none, [String](), ConstraintText.none)
        switch content?.coding {
        case .json(let use)?:
            type = types.swiftType(use)
            constraints = ConstraintWriter(types).constraints(of: use)
        case .form(let use, let list)?:
            type = types.swiftType(use)
            encodings = PropertyEncodings(list, of: use, types).arguments
        case .multipart(let use?, let list)?:
            type = types.swiftType(use)
            encodings = PropertyEncodings(list, of: use, types).arguments
        case .multipart(nil, _)?: type = .array(.named("MultipartPart"))
        case .events(let use, _, _)?:
            element = types.swiftType(use)
            type = .generic("OutgoingEvents", element!)
        case .elements(let use, _)?:
            element = types.swiftType(use)
            type = .generic("JSONElements", element!)
        case .text(let use)?:
            type = .string
            constraints = ConstraintWriter(types).constraints(ofText: use)
        case .bytes?: type = .named("HTTPBody")
        case nil: type = nil
        }
        (self.element, self.encodings, self.constraints) = (element, encodings, constraints)
        // The body decides about its content type.
        let fields = response.headers.filter { $0.name.lowercased() != "content-type" }
        var ignored = Diagnostics()
        let names = MemberNames.names(
            for: fields.map { NameRequest($0.name, fallback: "field") }, reserved: ReservedNames.response,
            into: &ignored)
        headers = zip(fields, names).map { field, name in
            let type = types.swiftType(field.type)
            return Header(
                header: field, name: name,
                type: field.isRequired || types.isNullable(field.type) ? type : .optional(type))
        }
    }

    /// Whether both responses have the same JSON.
    private func isTwin(of other: Self) -> Bool {
        guard case .json? = content?.coding, case .json? = other.content?.coding else { return false }
        return response.status == other.response.status && type == other.type
            && constraints.lines == other.constraints.lines
    }

    private func longName(among others: [Self]) -> String {
        let kind = content?.responseKindName ?? "Empty"
        let twins = others.filter {
            $0.response.status == response.status && ($0.content?.responseKindName ?? "Empty") == kind
        }
        guard twins.count > 1, let content else { return response.status.caseName + kind }
        return response.status.caseName + Words(mediaType: content.mediaType).upperCamel
    }
}

extension Response.Status {
    /// Whether a server throws the response.
    fileprivate var isFailure: Bool {
        switch self {
        case .code(let code): code >= 400
        case .range(let digit): digit >= 4
        case .default: true
        }
    }
}
