import ApusRuntime
import ApusTesting
import Foundation
import HTTPTypes
import Testing

struct RecordingTests {
    private typealias Client = StubTests.Client

    private func withFile(_ test: (String) async throws -> Void) async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("apus-\(UUID().uuidString).json")
        defer { try? FileManager.default.removeItem(at: file) }
        try await test(file.path)
    }

    private func send(_ transport: any ClientTransport, _ path: String, _ body: String) async throws -> String {
        var request = HTTPRequest(method: .post, scheme: nil, authority: nil, path: path)
        request.headerFields = [.authorization: "Bearer s3cret", .contentType: "application/json"]
        let url = try ServerURL.parse("https://host")
        let (_, received) = try await transport.send(
            request, body: HTTPBody(body), baseURL: url, operationID: "sign-in")
        return String(decoding: try await received?.collect(upTo: 1 << 20) ?? [], as: UTF8.self)
    }

    @Test func exchangesAreReplayedWithoutSecrets() async throws {
        try await withFile { file in
            let stubs = StubTransport()
            stubs.on("sign-in", returning: JSONValue.self, throwing: StubTests.MakeItemError.self)
                .answers { _ in
                    let fields: HTTPFields = [.contentType: "application/json", .setCookie: "id=s3cret"]
                    let body = HTTPBody(
                        #"{"access_token":"s3cret","user":{"name":"Ada","password":"s3cret"},"note":"hush"}"#)
                    return (HTTPResponse(status: .created, headerFields: fields), body)
                }
                .answers { _ in (HTTPResponse(status: .ok), HTTPBody([0xFF, 0x00])) }
            let redaction = Redaction(secrets: ["hush"])
            let recorder = RecordingTransport(stubs, file: file, redaction: redaction)
            let path = "/sign-in?page=1&api_key=s3cret"
            let live = try await send(recorder, path, #"{"user":"ada","password":"s3cret"}"#)
            #expect(live.contains("s3cret"))
            _ = try await send(recorder, "/bytes", "text")

            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(!text.contains("s3cret") && !text.contains("hush"), "\(text)")
            #expect(text.contains(#""name": "Ada""#))

            let replayer = try ReplayingTransport(file: file, redaction: redaction)
            // Another secret, and members in another order, are the same request.
            let replayed = try await send(replayer, "/sign-in?page=1&api_key=other", #"{"password":"x","user":"ada"}"#)
            #expect(replayed.contains(#""name":"Ada""#) && replayed.contains(#""access_token":"REDACTED""#))
            let url = try ServerURL.parse("https://host")
            let bytes = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/bytes")
            let (head, body) = try await replayer.send(bytes, body: HTTPBody("text"), baseURL: url, operationID: "b")
            #expect(head.status == .ok)
            #expect(try await body?.collect(upTo: 9) == [0xFF, 0x00])
            #expect(await replayer.remaining == 0)
            await #expect(throws: RecordingError.self) { _ = try await send(replayer, "/bytes", "text") }
        }
    }

    @Test func otherFilesAreRefused() async throws {
        try await withFile { file in
            for text in ["{}", "[{}]", "[", #"[{"operation":"a","request":{"method":"GET"}}]"#] {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file))
                #expect(throws: RecordingError.self, "\(text)") { try ReplayingTransport(file: file) }
            }
        }
    }
}
