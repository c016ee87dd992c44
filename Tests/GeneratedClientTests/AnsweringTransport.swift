import ApusRuntime
import HTTPTypes

/// Answers each request with the same response, and counts the requests.
actor AnsweringTransport: ClientTransport {
    private let status: Int
    private let body: String
    private(set) var bodies: [String] = []

    init(_ status: Int, _ body: String) {
        self.status = status
        self.body = body
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        bodies.append(String(decoding: try await body?.collect(upTo: 1 << 20) ?? [], as: UTF8.self))
        let head = HTTPResponse(
            status: .init(code: status), headerFields: [.contentType: "application/json"])
        return (head, HTTPBody(self.body))
    }
}
