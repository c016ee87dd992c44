import ApusClient
import ApusModels
import ApusServer
import HTTPTypes

/// An error that the mock answers with: a refused request, or a fault that was asked for.
struct MockError {
    /// The fitting statuses, the best first.
    let statuses: [Int]
    let detail: String
    var problems: [ServerRefusal.Problem] = []

    init(status: Int, _ detail: String) {
        statuses = [status]
        self.detail = detail
    }

    init(_ refusal: ServerRefusal) {
        // Descriptions rarely distinguish requests that cannot be read from requests that break a rule.
        statuses =
            switch refusal.reason {
            case .unreadable: [400, 422]
            case .invalid: [422, 400]
            default: [refusal.status]
            }
        detail = refusal.detail
        problems = refusal.problems
    }

    func problemDetails(status: Int) -> JSONValue {
        ServerRefusal.problemDetails(status: status, detail: detail, problems: problems)
    }
}

/// Makes the responses to errors, in the form that the description has for them.
///
/// A client of the same description then reads them as documented errors. If the operation documents no response with a
/// fitting status and a JSON or text body, the response has problem details (RFC 9457).
struct ErrorMaker: Sendable {
    private let operations: [String: MockOperation]
    private let schemas: SchemaSet

    init(_ description: MockDescription) {
        operations = Dictionary(description.operations.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        schemas = description.responses
    }

    /// - Parameter operationID: The operation, or `nil` if none has the path and the method of the request.
    func reply(to error: MockError, operationID: String?) -> ServerReply {
        guard let operation = operationID.flatMap({ operations[$0] }),
            let (status, response) = documented(error, in: operation)
        else { return .problem(error.statuses[0], error.problemDetails(status: error.statuses[0])) }
        return reply(to: error, status: status, response, of: operation)
            ?? .problem(status, error.problemDetails(status: status))
    }

    /// Returns the response with a fitting status, or else the range of the best status or the default response.
    private func documented(_ error: MockError, in operation: MockOperation) -> (status: Int, MockResponse)? {
        for status in error.statuses {
            if let response = operation.responses.first(where: { $0.status == "\(status)" }) {
                return (status, response)
            }
        }
        return operation.response(to: error.statuses[0]).map { (error.statuses[0], $0) }
    }

    private func reply(
        to error: MockError, status: Int, _ response: MockResponse, of operation: MockOperation
    ) -> ServerReply? {
        let accept = ServerRequest.current?.headers[.accept]
        let maker = ResponseMaker(operation: operation, schemas: schemas, preference: Preference([:]))
        var draft = ResponseMaker.Draft(code: status, response: response)
        draft.response.contents.removeAll { $0.coding != .json && !$0.isPlainText }
        try? maker.fill(&draft, accept: accept)
        guard let content = draft.content else { return nil }
        let isValid = { (value: JSONValue) in
            content.schema.map { schemas.violations(of: value, by: $0).isEmpty } ?? true
        }
        guard let value = value(of: content, with: error, status, made: draft.value, isValid) else { return nil }
        draft.value = value
        return maker.reply(draft)
    }

    /// Returns a valid value that says as much about the error as possible.
    private func value(
        of content: MockContent, with error: MockError, _ status: Int, made: JSONValue?,
        _ isValid: @escaping (JSONValue) -> Bool
    ) -> JSONValue? {
        let details = error.problemDetails(status: status)
        if MediaType(content.mediaType)?.essence == "application/problem+json", isValid(details) { return details }
        let explained = made.map { ErrorText(error: error, status: status, isValid: isValid).added(to: $0) }
        if explained == made, content.coding == .json, namesNoMembers(content), isValid(details) { return details }
        return explained.flatMap { isValid($0) ? $0 : nil }
    }

    /// Whether the schema of a body says nothing about members.
    private func namesNoMembers(_ content: MockContent) -> Bool {
        guard let schema = content.schema.flatMap({ schemas.definitions[$0] }) else { return true }
        return schemas.merged(schema)?.properties.isEmpty ?? true
    }
}
