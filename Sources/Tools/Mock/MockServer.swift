import ApusClient
import ApusModels
import ApusOpenAPI
import ApusServer
import HTTPTypes

/// The settings of a mock.
package struct MockOptions: Sendable {
    /// The seed of made data. The same seed leads to the same data.
    package var seed: UInt64
    /// The time before each response.
    package var latency: Duration
    /// The part of requests that fail with a status 503, from 0 to 1.
    package var faultRate: Double
    /// Whether collections keep what clients create.
    package var isStateful: Bool

    package init(seed: UInt64 = 1, latency: Duration = .zero, faultRate: Double = 0, isStateful: Bool = false) {
        self.seed = seed
        self.latency = latency
        self.faultRate = faultRate
        self.isStateful = isStateful
    }
}

/// A server of any description, without handlers: it checks requests and answers with examples or made data.
package struct MockServer: Sendable {
    package let responder: ServerResponder
    /// The number of operations.
    package let operationCount: Int
    package let title: String
    let description: MockDescription
    private let log: @Sendable (String) -> Void

    /// - Parameter log: Takes the lines of the log.
    package init(
        _ document: Document, options: MockOptions = MockOptions(), log: @escaping @Sendable (String) -> Void
    ) throws {
        let description = try DescriptionReader.read(document, seed: options.seed)
        let store = options.isStateful ? CollectionStore(description) : nil
        let responses = description.responses
        let operations = description.operations.map { operation in
            ServerOperation(
                operation.method, operation.path, operationID: operation.id, basePaths: operation.basePaths,
                security: operation.security
            ) { request in
                for parameter in operation.parameters { request.read(parameter) }
                let body: JSONValue?
                if operation.bodies.isEmpty {
                    try await request.read()
                    body = nil
                } else {
                    let value = request.body(operation.bodies, isRequired: operation.isBodyRequired)
                    try await request.read()
                    body = value.value
                }
                let maker = ResponseMaker(
                    operation: operation, schemas: responses, preference: Preference(request.head.headerFields))
                var draft = try maker.draft(maker.preference.code)
                if let store, maker.preference == Preference([:]) {
                    return maker.reply(try store.answer(operation, request, body, draft, maker))
                }
                try maker.fill(&draft, accept: request.head.headerFields[.accept])
                return maker.reply(draft)
            }
        }
        let errors = ErrorMaker(description)
        self.description = description
        self.log = log
        title = description.title
        operationCount = operations.count
        responder = ServerResponder(
            basePaths: description.basePaths, security: description.security,
            configuration: ServerConfiguration(
                middlewares: [MockMiddleware(options: options, errors: errors, log: log)],
                refusal: { errors.reply(to: MockError($0), operationID: $0.operationID) }),
            operations: operations)
    }

    /// Answers any request, with a status 404 if its path belongs to no operation.
    package func respond(to head: HTTPRequest, body: HTTPBody?) async -> ServerReply {
        if let reply = await responder.respond(to: head, body: body) { return reply }
        let reply = responder.notFound(head)
        log(LogLine(head: head, reply: reply).text)
        return reply
    }
}
