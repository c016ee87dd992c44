/// How a generated client behaves.
public struct ClientConfiguration: Sendable {
    /// What sees each request and response; the first is outermost.
    public var middlewares: [any ClientMiddleware]
    /// Whether requests are checked against the rules of the API description before they are sent.
    public var validatesRequests: Bool
    /// Whether the bodies of responses are checked, too.
    public var validatesResponses: Bool
    /// The number of bytes that a response's body may have.
    public var maximumBodySize: Int
    /// The number of bytes that are kept of a body that the API description does not list, or that cannot be decoded.
    public var maximumUndocumentedBodySize: Int
    /// How long an attempt may take until the response has arrived whole; nil if only the transport's limits apply.
    public var timeout: Duration?
    public var retry: RetryPolicy

    public init(
        middlewares: [any ClientMiddleware] = [], validatesRequests: Bool = true, validatesResponses: Bool = false,
        maximumBodySize: Int = 64 << 20, maximumUndocumentedBodySize: Int = 1 << 20, timeout: Duration? = nil,
        retry: RetryPolicy = .none
    ) {
        self.middlewares = middlewares
        self.validatesRequests = validatesRequests
        self.validatesResponses = validatesResponses
        self.maximumBodySize = maximumBodySize
        self.maximumUndocumentedBodySize = maximumUndocumentedBodySize
        self.timeout = timeout
        self.retry = retry
    }
}
