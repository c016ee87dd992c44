public import ApusModels

/// The settings of a generated server: middleware, validation, limits, and the form of refusals.
///
/// ```swift
/// let configuration = ServerConfiguration(middlewares: [Log()], maximumBodySize: 1 << 20)
/// try server.register(on: transport, configuration: configuration)
/// ```
public struct ServerConfiguration: Sendable {
    /// The middleware that each request and response passes through. The first one is outermost.
    public var middlewares: [any ServerMiddleware]
    /// Whether a request is validated against the API description before its handler runs.
    public var validatesRequests: Bool
    /// Whether the body of a response is validated before it is sent. A response that breaks a rule becomes a
    /// status 500.
    public var validatesResponses: Bool
    /// The treatment of members that only responses have.
    public var readOnlyMembers: ReadOnlyMembers
    /// The maximum size of a request's body, or of one element of a streamed body, in bytes. More is refused with a
    /// status 413.
    public var maximumBodySize: Int
    /// The maximum size of a streamed body as a whole, in bytes. `nil` means no limit.
    public var maximumStreamSize: Int?
    /// The time limit for a body that is not streamed. After that, the request is refused with a status 408.
    public var maximumBodyTime: Duration
    /// The time limit for each chunk of a streamed body, from the moment when the handler asks for it. After that, the
    /// request is refused with a status 408. `nil` means no limit.
    ///
    /// The body as a whole has no time limit, because an upload or a stream of events may last as long as it needs.
    public var maximumStreamPause: Duration?
    /// The time without a value after which a streamed response sends a beat, which has no meaning for the client: a comment
    /// among server-sent events, a space or a record separator among JSON values. `nil` means none.
    ///
    /// A server notices only by sending that its client has gone, and some proxies close silent connections (WHATWG
    /// HTML, section 9.2.7).
    public var heartbeat: Duration?
    /// The maximum size of all header fields together, in bytes. More is refused with a status 431.
    public var maximumHeaderSize: Int
    /// The maximum size of path and query, in bytes. More is refused with a status 414.
    public var maximumTargetSize: Int
    /// The maximum number of pairs in a query, a form or the cookies.
    public var maximumPairs: Int
    /// Returns the response to a refused request, for example in a schema of the API description. `nil` means problem
    /// details (RFC 9457).
    ///
    /// Header fields that a refusal needs, such as `Allow`, are added to the response.
    public var refusal: (@Sendable (ServerRefusal) -> ServerReply?)?

    public init(
        middlewares: [any ServerMiddleware] = [], validatesRequests: Bool = true, validatesResponses: Bool = true,
        readOnlyMembers: ReadOnlyMembers = .dropped, maximumBodySize: Int = 8 << 20, maximumStreamSize: Int? = 1 << 30,
        maximumBodyTime: Duration = .seconds(60), maximumStreamPause: Duration? = .seconds(60),
        heartbeat: Duration? = .seconds(15), maximumHeaderSize: Int = 32 << 10, maximumTargetSize: Int = 16 << 10,
        maximumPairs: Int = 1000, refusal: (@Sendable (ServerRefusal) -> ServerReply?)? = nil
    ) {
        self.middlewares = middlewares
        self.validatesRequests = validatesRequests
        self.validatesResponses = validatesResponses
        self.readOnlyMembers = readOnlyMembers
        self.maximumBodySize = maximumBodySize
        self.maximumStreamSize = maximumStreamSize
        self.maximumBodyTime = maximumBodyTime
        self.maximumStreamPause = maximumStreamPause
        self.heartbeat = heartbeat
        self.maximumHeaderSize = maximumHeaderSize
        self.maximumTargetSize = maximumTargetSize
        self.maximumPairs = maximumPairs
        self.refusal = refusal
    }
}
