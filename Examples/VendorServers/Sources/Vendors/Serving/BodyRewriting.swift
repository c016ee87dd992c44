import ApusServer
import HTTPTypes

/// Changes JSON bodies before generated code reads them, for requests that a service accepts although its description
/// does not have them.
struct BodyRewriting: ServerMiddleware {
    let operationID: String
    let maximumSize: Int
    let rewrite: @Sendable (inout JSONObject) -> Void

    init(
        _ operationID: String, maximumSize: Int = 8 << 20, rewrite: @escaping @Sendable (inout JSONObject) -> Void
    ) {
        self.operationID = operationID
        self.maximumSize = maximumSize
        self.rewrite = rewrite
    }

    func intercept(
        _ request: ServerRequest, body: HTTPBody?, next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply {
        let contentType = request.headers[.contentType]
        guard let body, request.operationID == operationID, contentType?.hasPrefix("application/json") == true else {
            return await next(request, body)
        }
        let bytes: [UInt8]
        do {
            bytes = try await body.collect(upTo: maximumSize)
        } catch HTTPBodyError.tooLarge {
            throw ServerRefusal(.tooLarge, "the body must not be larger than \(maximumSize) bytes")
        }
        return await next(request, HTTPBody(rewritten(bytes), contentType: contentType))
    }

    /// Returns the changed body, or the same bytes if they are not an object. Generated code refuses these.
    private func rewritten(_ bytes: [UInt8]) -> [UInt8] {
        guard let value = try? JSON.decode(JSONValue.self, from: bytes), var members = value.object,
            case () = rewrite(&members), let changed = try? JSON.encode(JSONValue.object(members))
        else { return bytes }
        return changed
    }
}
