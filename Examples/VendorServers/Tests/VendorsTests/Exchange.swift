import ApusServer
import HTTPTypes
import Testing

/// A request to a server without a network, and what it answers.
struct Exchange {
    let status: Int
    let headers: HTTPFields
    let body: JSONValue

    init(
        _ responder: ServerResponder, method: HTTPRequest.Method = .post, _ path: String, _ body: String,
        headers: HTTPFields, contentType: String = "application/json"
    ) async throws {
        var headers = headers
        headers[.contentType] = contentType
        let head = HTTPRequest(method: method, scheme: "http", authority: "vendor", path: path, headerFields: headers)
        let reply = try #require(await responder.respond(to: head, body: HTTPBody(body)))
        status = reply.head.status.code
        self.headers = reply.head.headerFields
        self.body = try JSON.decode(JSONValue.self, from: try await reply.body?.collect(upTo: 1 << 20) ?? [])
    }
}
