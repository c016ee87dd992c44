import ApusRuntime
import ApusServer
import HTTPTypes
import LoopbackSupport
import Testing

/// Bodies that stop arriving before they end.
struct SlowBodyTests {
    private static let part = "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nab\r\n"
    private static let multipart: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
    private static let lines: HTTPFields = [.contentType: "application/jsonl"]

    @Test func wholeBody() async throws {
        let configuration = ServerConfiguration(maximumBodyTime: .milliseconds(50))
        let answer = try await request("POST", "/books", json, stalling("{"), configuration: configuration)
        #expect(answer.status == 408)
    }

    @Test(arguments: [
        ("POST", "/import", lines, "{\"min\":1}\n"), ("POST", "/import", lines, ""),
        ("PUT", "/books/1/cover", multipart, part),
    ])
    func streamedBody(_ method: String, _ path: String, _ fields: HTTPFields, _ start: String) async throws {
        let configuration = ServerConfiguration(maximumStreamPause: .milliseconds(50))
        let answer = try await request(method, path, fields, stalling(start), configuration: configuration)
        #expect(answer.status == 408, "\(answer.body)")
    }

    /// The limit of a body that is read as a whole does not apply to a stream.
    @Test func slowButSteadyStream() async throws {
        let chunks = AsyncStream<[UInt8]> { continuation in
            Task {
                for _ in 0..<6 {
                    try await Task.sleep(for: .milliseconds(20))
                    continuation.yield(Array("{\"min\":1}\n".utf8))
                }
                continuation.finish()
            }
        }
        let configuration = ServerConfiguration(maximumBodyTime: .milliseconds(50))
        let answer = try await request(
            "POST", "/import", Self.lines, HTTPBody(streaming: chunks), configuration: configuration)
        #expect(answer.status == 200, "\(answer.body)")
        #expect(answer.body == "6")
    }

    #if LoopbackTests
    @Test(arguments: [("/import", lines, "{\"min\":1}\n"), ("/books", json, "{")])
    func overLoopback(_ path: String, _ fields: HTTPFields, _ start: String) async throws {
        let configuration = ServerConfiguration(
            maximumBodyTime: .milliseconds(200), maximumStreamPause: .milliseconds(200))
        try await Wire.asyncHTTPClient.serve(LibraryHandlers().responder(configuration: configuration)) {
            server, transport in
            let head = HTTPRequest(
                method: .post, scheme: nil, authority: nil, path: "/v1" + path, headerFields: fields)
            let (response, body) = try await transport.send(
                head, body: stalling(start), baseURL: ServerURL.parse(server), operationID: "")
            #expect(response.status == .requestTimeout)
            _ = try? await body?.collect(upTo: 1 << 20)
        }
    }
    #endif
}

/// Returns a body that never ends.
private func stalling(_ start: String) -> HTTPBody {
    HTTPBody(streaming: AsyncStream<[UInt8]> { $0.yield(Array(start.utf8)) })
}
