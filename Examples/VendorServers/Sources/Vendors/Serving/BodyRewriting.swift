import ApusServer
import HTTPTypes

/// Changes JSON bodies before generated code reads them, for requests that a service accepts although its description
/// does not have them.
struct BodyRewriting: ServerMiddleware {
    let operationID: String
    let maximumSize: Int
    let rewrite: @Sendable (inout JSONObject) throws -> Void

    init(
        _ operationID: String, maximumSize: Int = 8 << 20,
        rewrite: @escaping @Sendable (inout JSONObject) throws -> Void
    ) {
        self.operationID = operationID
        self.maximumSize = maximumSize
        self.rewrite = rewrite
    }

    func intercept(
        _ request: ServerRequest, body: HTTPBody?, next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply {
        let contentType = request.headers[.contentType]
        guard let body, body.length != .known(0), request.operationID == operationID,
            contentType?.lowercased().hasPrefix("application/json") == true
        else {
            return await next(request, body)
        }
        let changed = RewrittenBody(original: body, maximumSize: maximumSize, rewrite: rewrite)
        return await next(request, HTTPBody(streaming: changed, contentType: contentType))
    }
}

/// A stream of the changed body. The original is read when the stream is, so the server's time limit holds, and a
/// request without credentials is refused before.
private struct RewrittenBody: AsyncSequence, Sendable {
    let original: HTTPBody
    let maximumSize: Int
    let rewrite: @Sendable (inout JSONObject) throws -> Void

    struct AsyncIterator: AsyncIteratorProtocol {
        var body: RewrittenBody?

        mutating func next() async throws -> [UInt8]? {
            guard let body else { return nil }
            self.body = nil
            return try body.rewritten(try await body.original.collect(upTo: body.maximumSize))
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: self) }

    /// Returns the changed body, or the same bytes if they are not an object. Generated code refuses these.
    private func rewritten(_ bytes: [UInt8]) throws -> [UInt8] {
        guard let value = try? JSON.decode(JSONValue.self, from: bytes), var members = value.object else {
            return bytes
        }
        try rewrite(&members)
        return (try? JSON.encode(JSONValue.object(members))) ?? bytes
    }
}
