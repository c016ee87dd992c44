public import ApusClient

/// Intercepts each request of an API before it is read, and each response before it is sent.
///
/// Middleware sees all responses: those of handlers, refusals (a ``ServerReply/cause`` that is a ``ServerRefusal``) and
/// failures (any other cause). It may change the request or the response, or answer by itself. An error that it throws
/// becomes a status 500.
///
/// ```swift
/// struct Log: ServerMiddleware {
///     func intercept(
///         _ request: ServerRequest, body: HTTPBody?,
///         next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
///     ) async throws -> ServerReply {
///         let reply = await next(request, body)
///         print(request.operationID ?? request.template, reply.head.status.code, reply.cause ?? "")
///         return reply
///     }
/// }
/// ```
public protocol ServerMiddleware: Sendable {
    /// Intercepts a request. The operation is already known, so a changed path has no effect.
    ///
    /// - Parameter next: Passes the request to the remaining middleware and the handler.
    func intercept(
        _ request: ServerRequest, body: HTTPBody?,
        next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply
}
