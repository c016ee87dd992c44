import AsyncHTTPClient
import Foundation
import GalileoCodable
import NIOCore
import NIOFoundationCompat

/// A client as one writes it by hand with AsyncHTTPClient and `Codable`.
struct CodableClient: Sendable {
    struct UnexpectedStatus: Error {
        let status: UInt
    }

    let http: HTTPClient
    let server: String
    private let encoder = JSONEncoder()
    private let decoder = JSONDecoder()

    func createSession(projectID: UUID, _ body: CreateSessionRequest) async throws -> Session {
        try await send(body, to: "/v2/projects/\(projectID)/sessions")
    }

    func querySessions(projectID: UUID, _ body: QuerySessionsRequest) async throws -> QuerySessionsResponse {
        try await send(body, to: "/v2/projects/\(projectID)/sessions/search")
    }

    private func send<Output: Decodable>(_ body: some Encodable, to path: String) async throws -> Output {
        var request = HTTPClientRequest(url: server + path)
        request.method = .POST
        request.headers.add(name: Exchanges.keyField, value: Exchanges.key)
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Accept", value: "application/json")
        request.body = .bytes(ByteBuffer(data: try encoder.encode(body)))
        let response = try await http.execute(request, timeout: .seconds(60))
        guard response.status == .ok else { throw UnexpectedStatus(status: response.status.code) }
        return try decoder.decode(Output.self, from: try await response.body.collect(upTo: 64 << 20))
    }
}
