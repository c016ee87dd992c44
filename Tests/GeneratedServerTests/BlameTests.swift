import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// Errors that look alike, but are the fault of the client or of the server.
struct BlameTests {
    private static let multipart = "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n12345\r\n"

    /// Returns the status for a handler.
    private func status<Body: Sendable>(
        _ type: String, _ text: String, isStream: Bool, _ content: RequestContent<Body>,
        _ handler: @escaping @Sendable (Body) async throws -> Void
    ) async throws -> Int? {
        let operation = ServerOperation("POST", "/x", operationID: "x", successes: [.none(204)]) { request in
            let body: RequestValue<Body> = request.body(content)
            try await request.read()
            try await handler(body.value)
            return ServerOutcome(0)
        }
        let head = HTTPRequest(
            method: .post, scheme: nil, authority: nil, path: "/x", headerFields: [.contentType: type])
        let chunks = AsyncStream<[UInt8]> { continuation in
            continuation.yield(Array(text.utf8))
            continuation.finish()
        }
        let reply = await ServerResponder(operations: [operation]).respond(
            to: head, body: isStream ? HTTPBody(streaming: chunks) : HTTPBody(text))
        return reply?.head.status.code
    }

    @Test(arguments: [false, true]) func bodyLargerThanTheHandlersLimit(_ isStream: Bool) async throws {
        let bytes = RequestContent<HTTPBody>.bytes("*/*") { $0 }
        #expect(
            try await status("a/b", "12345", isStream: isStream, bytes) { _ = try await $0.collect(upTo: 4) } == 413)
        #expect(
            try await status("a/b", "12345", isStream: isStream, bytes) {
                _ = try await $0.reporting { _ in }.collect(upTo: 4)
            } == 413)
        // Another body, such as that of a response which the handler has received.
        #expect(
            try await status("a/b", "12345", isStream: isStream, bytes) { _ in
                _ = try await HTTPBody("12345").collect(upTo: 4)
            } == 500)
        let parts = RequestContent<MultipartSequence>.parts("multipart/*") { $0 }
        #expect(
            try await status(
                "multipart/mixed; boundary=b", Self.multipart + "--b--", isStream: isStream, parts
            ) { for try await part in $0 { _ = try await part.body.collect(upTo: 4) } } == 413)
    }

    @Test func brokenMultipartBody() async throws {
        let parts = RequestContent<MultipartSequence>.parts("multipart/*") { $0 }
        let type = "multipart/mixed; boundary=b"
        #expect(try await status(type, Self.multipart, isStream: true, parts) { for try await _ in $0 {} } == 400)
        #expect(
            try await status(type, Self.multipart, isStream: true, parts) {
                for try await part in $0 { _ = try await part.body.collect(upTo: 100) }
            } == 400)
        let bytes = RequestContent<HTTPBody>.bytes("*/*") { $0 }
        // The response of another API is broken.
        #expect(
            try await status("a/b", "", isStream: true, bytes) { _ in
                for try await _ in MultipartSequence(HTTPBody(Self.multipart), contentType: type) {}
            } == 500)
    }
}
