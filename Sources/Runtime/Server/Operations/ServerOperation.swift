import ApusClient

/// An operation of a generated server, with the code that answers its requests.
public struct ServerOperation: Sendable {
    /// The method in uppercase.
    public let method: String
    /// The path template, such as `/v2/projects/{project_id}`.
    public let path: String
    public let operationID: String
    /// The paths of the operation's own servers, or `nil` for those of the API.
    public let basePaths: [String]?
    /// The alternative security requirements. Each lists the schemes that it needs together.
    public let security: [[SecurityRequirement]]
    let successes: [ResponseForm]
    let failures: [ResponseForm]
    /// The enum of the failures, or `nil` if the description has none.
    let failureType: (any ServerFailure.Type)?
    let handler: Handler

    enum Handler: Sendable {
        /// The handler of generated code, which says which of the described responses it is.
        case outcome(@Sendable (OperationRequest) async throws -> ServerOutcome)
        /// A handler that makes the response itself.
        case reply(@Sendable (OperationRequest) async throws -> ServerReply)
    }

    /// A security scheme that an operation requires.
    public struct SecurityRequirement: Sendable, ExpressibleByStringLiteral {
        public let scheme: String
        public let scopes: [String]

        public init(_ scheme: String, scopes: [String] = []) {
            self.scheme = scheme
            self.scopes = scopes
        }

        public init(stringLiteral scheme: String) { self.init(scheme) }
    }

    /// - Parameters:
    ///   - successes: The responses that the handler returns.
    ///   - failures: The enum of the responses that the handler throws.
    ///   - handler: Reads the request, calls the server's method and returns the outcome.
    public init(
        _ method: String, _ path: String, operationID: String, basePaths: [String]? = nil,
        security: [[SecurityRequirement]] = [], successes: [ResponseForm], failures: (any ServerFailure.Type)? = nil,
        _ handler: @escaping @Sendable (OperationRequest) async throws -> ServerOutcome
    ) {
        self.method = method
        self.path = path
        self.operationID = operationID
        self.basePaths = basePaths
        self.security = security
        self.successes = successes
        self.failures = failures?.forms ?? []
        failureType = failures
        self.handler = .outcome(handler)
    }

    /// An operation that is known when the program runs, without generated code.
    package init(
        _ method: String, _ path: String, operationID: String, basePaths: [String]? = nil,
        security: [[SecurityRequirement]],
        reply: @escaping @Sendable (OperationRequest) async throws -> ServerReply
    ) {
        self.method = method
        self.path = path
        self.operationID = operationID
        self.basePaths = basePaths
        self.security = security
        successes = []
        failures = []
        failureType = nil
        handler = .reply(reply)
    }
}
