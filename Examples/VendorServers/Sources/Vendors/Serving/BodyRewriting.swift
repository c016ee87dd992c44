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
        guard let body, request.operationID == operationID,
            contentType?.lowercased().hasPrefix("application/json") == true
        else {
            return await next(request, body)
        }
        let bytes: [UInt8]
        do {
            bytes = try await body.collect(upTo: maximumSize)
        } catch HTTPBodyError.tooLarge {
            throw ServerRefusal(.tooLarge, "the body must not be larger than \(maximumSize) bytes")
        }
        return await next(request, HTTPBody(try rewritten(bytes), contentType: contentType))
    }

    /// Returns the changed body, or the same bytes if they are not an object. Generated code refuses these.
    private func rewritten(_ bytes: [UInt8]) throws -> [UInt8] {
        guard let value = try? JSON.decode(JSONValue.self, from: bytes), var members = value.object else {
            return bytes
        }
        try rewrite(&members)
        return (try? JSON.encode(JSONValue.object(members))) ?? bytes
    }
}
