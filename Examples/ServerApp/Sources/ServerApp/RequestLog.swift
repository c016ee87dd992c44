import ApusServer

/// Prints a line for each request, with the error that clients do not see.
struct RequestLog: ServerMiddleware {
    func intercept(
        _ request: ServerRequest, body: HTTPBody?, next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply {
        let reply = await next(request, body)
        let cause = reply.cause.map { " (\($0))" } ?? ""
        print("\(request.head.method) \(request.template): \(reply.head.status.code)\(cause)")
        return reply
    }
}
