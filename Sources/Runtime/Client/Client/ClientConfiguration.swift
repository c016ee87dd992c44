/// The settings of a generated client: middleware, validation, limits and retries.
///
/// ```swift
/// let configuration = ClientConfiguration(
///     validatesResponses: true, timeout: .seconds(30), retry: RetryPolicy(maximumAttempts: 3))
/// let client = ExampleClient(apiKey: key, configuration: configuration)
/// ```
public struct ClientConfiguration: Sendable {
    /// The middleware that each request and response passes through. The first one is outermost.
    public var middlewares: [any ClientMiddleware]
    /// Whether a request is validated against the API description before it is sent.
    public var validatesRequests: Bool
    /// Whether the body of a response is validated against the API description.
    public var validatesResponses: Bool
    /// The maximum size of a response's body, or of one element of a streamed body, in bytes.
    public var maximumBodySize: Int
    /// The maximum number of bytes that an error keeps of a body that is undocumented or cannot be decoded.
    public var maximumUndocumentedBodySize: Int
    /// The time limit of each attempt, or `nil` if only the transport's limits apply.
    ///
    /// An attempt ends with the response's body. If the body is a stream, it ends with the response's head.
    public var timeout: Duration?
    /// The time limit of a call with all its attempts and the waits between them, or `nil` for none.
    ///
    /// A wait that would exceed it is not begun: the call ends with the last response or error. If the body is a stream,
    /// the call ends with the response's head.
    public var deadline: Duration?
    /// The policy for retries. By default, idempotent requests are repeated twice.
    public var retry: RetryPolicy

    public init(
        middlewares: [any ClientMiddleware] = [], validatesRequests: Bool = true, validatesResponses: Bool = false,
        maximumBodySize: Int = 64 << 20, maximumUndocumentedBodySize: Int = 1 << 20, timeout: Duration? = nil,
        deadline: Duration? = nil, retry: RetryPolicy = .standard
    ) {
        self.middlewares = middlewares
        self.validatesRequests = validatesRequests
        self.validatesResponses = validatesResponses
        self.maximumBodySize = maximumBodySize
        self.maximumUndocumentedBodySize = maximumUndocumentedBodySize
        self.timeout = timeout
        self.deadline = deadline
        self.retry = retry
    }
}
