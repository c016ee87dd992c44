#if LoopbackTests
import ApusRuntime
import ApusServer
import HTTPTypes
import Synchronization
import Testing

/// Streams whose client has gone, and streams that are silent.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct AbandonedStreamTests {
    enum Form: CaseIterable, Sendable {
        case events, lines, array, sequence

        var framing: JSONFraming {
            switch self {
            case .array: .array
            case .sequence: .textSequence
            default: .lines
            }
        }
    }

    /// Returns an API with streams that send a value and then are silent.
    ///
    /// - Parameters:
    ///   - pause: The time before the second and last value, or `nil` if it never comes.
    ///   - end: Called when nothing reads the stream any more.
    private func responder(
        _ form: Form, heartbeat: Duration?, pause: Duration?, end: @escaping @Sendable () -> Void
    ) -> ServerResponder {
        let success: ResponseForm =
            switch form {
            case .events: .events(200, JSONValue.self)
            case .lines: .elements(200, JSONValue.self, framing: .lines, contentType: "application/jsonl")
            case .array: .elements(200, JSONValue.self, framing: .array, contentType: "application/json")
            case .sequence:
                .elements(200, JSONValue.self, framing: .textSequence, contentType: "application/json-seq")
            }
        let operation = ServerOperation("POST", "/stream", operationID: "watch", successes: [success]) { request in
            let body: RequestValue<String> = request.body(.text("text/plain") { $0 })
            try await request.read()
            let values = AsyncStream<JSONValue> { continuation in
                continuation.yield(["body": .string(body.value)])
                continuation.onTermination = { _ in end() }
                guard let pause else { return }
                Task {
                    try await Task.sleep(for: pause)
                    continuation.yield(2)
                    continuation.finish()
                }
            }
            return form == .events
                ? ServerOutcome(0, OutgoingEvents(streaming: values))
                : ServerOutcome(0, JSONElements(streaming: values))
        }
        return ServerResponder(configuration: ServerConfiguration(heartbeat: heartbeat), operations: [operation])
    }

    private func response(_ transport: any ClientTransport, _ server: String) async throws -> HTTPBody {
        let head = HTTPRequest(
            method: .post, scheme: nil, authority: nil, path: "/stream", headerFields: [.contentType: "text/plain"])
        let (response, body) = try await transport.send(
            head, body: HTTPBody("text"), baseURL: ServerURL.parse(server), operationID: "watch")
        #expect(response.status == .ok)
        return try #require(body)
    }

    /// A silent stream would otherwise keep its socket and its memory for ever.
    @Test(arguments: Wire.allCases, Form.allCases)
    func isReleased(_ wire: Wire, _ form: Form) async throws {
        let (ends, continuation) = AsyncStream.makeStream(of: Bool.self)
        let responder = responder(form, heartbeat: .milliseconds(50), pause: nil) { continuation.yield(true) }
        try await wire.serve(responder) { server, transport in
            do {
                var chunks = try await response(transport, server).makeAsyncIterator()
                _ = try await chunks.next()
            }
            let timer = Task {
                try await Task.sleep(for: .seconds(40))
                continuation.yield(false)
            }
            #expect(await ends.first { _ in true } == true)
            timer.cancel()
        }
    }

    /// Beats change no values, and a stream without silence has none.
    @Test(arguments: Form.allCases, [Duration.milliseconds(20), .seconds(15), nil])
    func values(_ form: Form, _ heartbeat: Duration?) async throws {
        let responder = responder(form, heartbeat: heartbeat, pause: .milliseconds(400)) {}
        try await Wire.memory.serve(responder) { server, transport in
            let body = HTTPBody(try await response(transport, server).collect(upTo: 1000))
            var values: [JSONValue] = []
            switch form {
            case .events: for try await value in EventStream<JSONValue>(ServerSentEvents(body)) { values.append(value) }
            case .lines, .array, .sequence:
                for try await value in JSONSequence<JSONValue>(body, framing: form.framing) { values.append(value) }
            }
            #expect(values == [["body": "text"], 2])
            let text = String(decoding: body.bytesInMemory ?? [], as: UTF8.self)
            let beat =
                switch form {
                case .events: ":\n\n"
                case .lines, .array: " "
                case .sequence: "\u{1E}\u{1E}"
                }
            let beats = text.ranges(of: beat).count
            #expect(heartbeat == .milliseconds(20) ? beats > 0 : beats == 0, "\(text)")
        }
    }

    /// A shutdown cancels handlers. What they have received of a body is not the whole.
    @Test func canceledBody() async throws {
        let result = Mutex<Result<Int, any Error>?>(nil)
        let (starts, start) = AsyncStream.makeStream(of: Void.self)
        let operation = ServerOperation("POST", "/upload", operationID: "upload", successes: [.none(204)]) { request in
            let body: RequestValue<HTTPBody> = request.body(.bytes("*/*") { $0 })
            try await request.read()
            start.yield()
            do {
                let count = try await body.value.collect(upTo: 1000).count
                result.withLock { $0 = .success(count) }
            } catch {
                result.withLock { $0 = .failure(error) }
            }
            return ServerOutcome(0)
        }
        try? await Wire.asyncHTTPClient.serve(ServerResponder(operations: [operation])) { server, transport in
            let endless = HTTPBody(streaming: AsyncStream<[UInt8]> { $0.yield([1, 2, 3]) })
            let head = HTTPRequest(
                method: .post, scheme: nil, authority: nil, path: "/upload", headerFields: [.contentType: "a/b"])
            let base = try ServerURL.parse(server)
            Task { try await transport.send(head, body: endless, baseURL: base, operationID: "upload") }
            _ = await starts.first { _ in true }
        }
        #expect(throws: CancellationError.self) { try #require(result.withLock { $0 }).get() }
    }
}
#endif
