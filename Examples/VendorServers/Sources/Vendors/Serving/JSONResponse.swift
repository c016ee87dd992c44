import ApusServer
import HTTPTypes
import Hummingbird

/// The JSON that hand-written routes answer with.
struct JSONResponse: ResponseGenerator {
    let value: JSONValue
    var status = HTTPResponse.Status.ok

    init(_ value: JSONValue, status: HTTPResponse.Status = .ok) {
        self.value = value
        self.status = status
    }

    init(encoding value: some JSONCodable) throws {
        self.init(try JSONValue(encoding: value))
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSON.encode(value))))
    }
}

extension Request {
    /// Returns the body as JSON, or `nil` if it is something else.
    func json() async throws -> JSONValue? {
        let buffer = try await body.collect(upTo: 1 << 20)
        return try? JSON.decode(JSONValue.self, from: Array(buffer.readableBytesView))
    }
}

extension HTTPFields {
    /// The token after `Bearer`.
    var bearerToken: String? {
        guard let field = self[.authorization], field.lowercased().hasPrefix("bearer ") else { return nil }
        return String(field.dropFirst("bearer ".count).drop { $0 == " " })
    }
}
