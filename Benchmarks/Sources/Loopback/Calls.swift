import AsyncHTTPClient
import NIOCore

/// Runs a call many times, some of them at the same time.
func run(_ count: Int, _ call: @escaping @Sendable () async throws -> Void) async throws {
    let tasks = 4
    try await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<tasks {
            group.addTask {
                for _ in 0..<(count / tasks + (task < count % tasks ? 1 : 0)) { try await call() }
            }
        }
        try await group.waitForAll()
    }
}

/// Sends fixed bytes and counts those of the response.
struct BytesClient: Sendable {
    let http: HTTPClient

    func post(_ body: ByteBuffer, to url: String, atLeast size: Int) async throws {
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: Exchanges.keyField, value: Exchanges.key)
        request.headers.add(name: "Content-Type", value: "application/json")
        request.body = .bytes(body)
        let response = try await http.execute(request, timeout: .seconds(60))
        guard response.status == .ok else { fatalError("status \(response.status) of \(url)") }
        var count = 0
        for try await chunk in response.body { count += chunk.readableBytes }
        guard count >= size else { fatalError("a response of only \(count) bytes from \(url)") }
    }

    func text(at url: String) async throws -> String {
        let response = try await http.execute(HTTPClientRequest(url: url), timeout: .seconds(60))
        return String(buffer: try await response.body.collect(upTo: 1 << 20))
    }
}
