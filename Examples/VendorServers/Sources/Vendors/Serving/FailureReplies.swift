import ApusServer
import Foundation

/// Answers errors that are no response of the API, such as those of the storage, in the vendor's form, and reports them.
struct FailureReplies: ServerMiddleware {
    let reply: @Sendable (_ status: Int, _ message: String) -> ServerReply

    func intercept(
        _ request: ServerRequest, body: HTTPBody?, next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply {
        let answer = await next(request, body)
        guard let cause = answer.cause, !(cause is ServerRefusal) else { return answer }
        FileHandle.standardError.write(Data("\(request.operationID ?? "a request"): \(cause)\n".utf8))
        var failure = reply(500, "Internal Server Error")
        failure.cause = cause
        return failure
    }
}
