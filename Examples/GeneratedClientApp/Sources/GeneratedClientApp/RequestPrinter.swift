import ApusRuntime
import Foundation
import HTTPTypes

/// Prints each request, and lets it go on only if it is to be sent.
struct RequestPrinter: ClientMiddleware {
    let isSending: Bool

    /// The request was only to be shown.
    struct NotSent: Error {}

    func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?) {
        print(request.method, request.path ?? "")
        if let bytes = body?.bytesInMemory { print(String(decoding: bytes, as: UTF8.self)) }
        guard isSending else { throw NotSent() }
        return try await next(request, body, baseURL)
    }
}
