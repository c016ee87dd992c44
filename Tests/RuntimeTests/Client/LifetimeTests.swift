import ApusRuntime
import HTTPTypes
import Synchronization
import Testing

/// What was received of a response is released with its last use.
struct LifetimeTests {
    private enum Use: CaseIterable {
        case json, undocumented, malformed, failure, retried, late, canceled, dropped, bytes, unreadBytes, resumed,
            lines,
            firstLine, events, firstEvent, reconnected, parts, firstPart, reported
    }

    @Test(arguments: Use.allCases) private func response(_ use: Use) async throws {
        let transport = TracedTransport(use)
        await Self.perform(use, transport)
        // A canceled task ends when it notices that.
        for _ in 0..<5000 where transport.hasTraces { try await Task.sleep(for: .milliseconds(1)) }
        #expect(!transport.hasTraces, "\(transport.count)")
        #expect(transport.count > 0)
    }

    @Test(arguments: [0, 1, 3, 10], [false, true]) func pages(_ count: Int, _ isPrefetching: Bool) async throws {
        weak var weakTrace: Trace?
        func read() async throws {
            let trace = Trace()
            weakTrace = trace
            var pages = Pages<[Int], Int, SomeError>(
                from: 0, offset: \.self, limit: Int?.none, items: \.self
            ) { (offset: Int) async throws(SomeError) -> [Int] in
                _ = trace
                await Task.yield()
                return offset < 8 ? [offset, offset + 1] : []
            }
            if isPrefetching { pages = pages.prefetching() }
            var iterator = pages.items.makeAsyncIterator()
            for _ in 0..<count { _ = try await iterator.next() }
        }
        try await read()
        // The page ahead ends when it notices that it is canceled.
        for _ in 0..<5000 where weakTrace != nil { try await Task.sleep(for: .milliseconds(1)) }
        #expect(weakTrace == nil)
    }

    private static func perform(_ use: Use, _ transport: TracedTransport) async {
        var configuration = ClientConfiguration(retry: RetryPolicy(maximumAttempts: 3, baseDelay: .zero))
        if use == .late { configuration.timeout = .milliseconds(20) }
        let core = ClientCore(server: "https://host", transport: transport, configuration: configuration)
        let request = ClientRequest("GET", "/x", operationID: "op")
        func send<Output>(_ cases: [ResponseCase<Output, SomeError>]) async throws -> Output {
            try await core.send(request, throwing: SomeError.self, cases).body
        }
        func read(_ sequence: some AsyncSequence, upTo count: Int = .max) async throws {
            var seen = 0
            for try await _ in sequence {
                seen += 1
                if seen == count { break }
            }
        }
        do {
            switch use {
            case .json, .undocumented, .malformed, .failure, .retried, .late, .dropped:
                _ = try await send([
                    .success(200, json: [String: Int].self), .failure(404, text: "text/plain", SomeError.notFound),
                ])
            case .canceled:
                let task = Task { try await send([.success(200, json: [String: Int].self)]) }
                while transport.count == 0 { await Task.yield() }
                task.cancel()
                _ = await task.result
            case .bytes: _ = try await send([.success(200, bytes: "*/*")]).collect(upTo: 1000)
            case .unreadBytes: _ = try await send([.success(200, bytes: "*/*")])
            case .resumed: _ = try await send([.success(200, bytes: "*/*")]).resuming(delay: .zero).collect(upTo: 1000)
            case .reported: _ = try await send([.success(200, bytes: "*/*")]).reporting { _ in }.collect(upTo: 1000)
            case .lines, .firstLine:
                let lines: JSONSequence<JSONValue> = try await send([
                    .success(200, elements: JSONValue.self, framing: .lines, contentType: "*/*")
                ])
                try await read(lines, upTo: use == .lines ? .max : 1)
            case .events, .firstEvent:
                let events: EventStream<JSONValue> = try await send([
                    .success(200, events: JSONValue.self, contentType: "*/*")
                ])
                try await read(events, upTo: use == .events ? .max : 1)
            case .reconnected:
                let events: EventStream<JSONValue> = try await send([
                    .success(200, events: JSONValue.self, contentType: "*/*")
                ])
                try await read(events.reconnecting())
            case .parts, .firstPart:
                let parts: MultipartSequence = try await send([.success(200, parts: "*/*")])
                try await read(parts, upTo: use == .parts ? .max : 1)
            }
        } catch {}
    }

    private struct Lost: Error {}

    private final class Trace: Sendable {}

    /// Answers with bodies that can be seen in memory.
    private final class TracedTransport: ClientTransport {
        private struct Weak { weak var trace: Trace? }

        private let use: Use
        private let traces = Mutex<[Weak]>([])

        init(_ use: Use) { self.use = use }

        var hasTraces: Bool { traces.withLock { $0.contains { $0.trace != nil } } }
        var count: Int { traces.withLock(\.count) }

        func send(
            _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
        ) async throws -> (HTTPResponse, HTTPBody?) {
            let trace = Trace()
            let count = traces.withLock {
                $0.append(Weak(trace: trace))
                return $0.count
            }
            if use == .dropped { throw Lost() }
            var head = HTTPResponse(status: .ok, headerFields: [.contentType: type, .eTag: "\"1\""])
            var text = text
            switch use {
            case .undocumented: head.status = .conflict
            case .failure: head.status = .notFound
            case .retried: head.status = count < 3 ? .badGateway : .ok
            case .resumed:
                if count == 2 {
                    head.status = .partialContent
                    head.headerFields[.contentRange] = "bytes 2-3/4"
                }
                text = count == 1 ? "{\"" : "a\"}"
            default: break
            }
            let isLost = (use == .resumed || use == .reconnected) && count == 1
            let isEndless = use == .late || use == .canceled
            let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.onTermination = { _ in _ = trace }
                for byte in text.utf8 { continuation.yield([byte]) }
                if !isEndless { continuation.finish(throwing: isLost ? Lost() : nil) }
            }
            return (head, HTTPBody(streaming: chunks))
        }

        private var type: String {
            switch use {
            case .failure: "text/plain"
            case .parts, .firstPart: "multipart/mixed; boundary=b"
            default: "application/json"
            }
        }

        private var text: String {
            switch use {
            case .malformed: "{"
            case .lines, .firstLine: "1\n2\n"
            case .events, .firstEvent: "data: 1\n\ndata: 2\n\n"
            case .reconnected: "retry: 1\nid: 1\ndata: 1\n\n"
            case .parts, .firstPart: "--b\r\n\r\nx\r\n--b\r\n\r\ny\r\n--b--"
            default: #"{"a":1}"#
            }
        }
    }
}
