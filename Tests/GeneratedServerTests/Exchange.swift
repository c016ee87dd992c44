import ApusRuntime
import ApusServer
import HTTPTypes

/// A response of the library's server, as text.
struct Answer {
    let status: Int
    let headers: HTTPFields
    let body: String
    let cause: (any Error)?

    var json: JSONValue { (try? JSON.decode(from: Array(body.utf8))) ?? .null }

    /// The problems in words, such as `limit: must be at most 100`.
    var problems: [String] {
        (json["errors"]?.array ?? []).map { problem in
            let place = problem["parameter"]?.string ?? problem["pointer"]?.string ?? "?"
            return "\(place) \(problem["keyword"]?.string ?? "?"): \(problem["detail"]?.string ?? "?")"
        }
    }
}

/// Sends a request to the library's server as an HTTP library would.
func request(
    _ method: String, _ path: String, _ headers: HTTPFields = [:], _ body: HTTPBody? = nil,
    configuration: ServerConfiguration = ServerConfiguration()
) async throws -> Answer {
    let responder = LibraryHandlers().responder(configuration: configuration)
    let head = HTTPRequest(
        method: .init(method)!, scheme: "https", authority: "library.example.com", path: "/v1" + path,
        headerFields: headers)
    let reply = await responder.respond(to: head, body: body) ?? responder.notFound(head)
    let bytes = try await reply.body?.collect(upTo: 1 << 24) ?? []
    return Answer(
        status: reply.head.status.code, headers: reply.head.headerFields,
        body: String(decoding: bytes, as: UTF8.self), cause: reply.cause)
}

let json: HTTPFields = [.contentType: "application/json"]
let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
