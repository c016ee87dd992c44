#if LoopbackTests
import ApusLogging
import ApusMetrics
import ApusRuntime
import ApusTracing
import HTTPTypes
import Hummingbird
import InMemoryTracing
import Logging
import LoopbackSupport
import Metrics
import MetricsTestKit
import Synchronization
import Testing
import Tracing

/// What operators see of a client's requests.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ObservabilityTests {
    private enum CallError: OperationError {
        case invalidRequest(RequestError)
        case undocumented(UndocumentedResponse)
        case transport(TransportFailure)
        case decoding(DecodingFailure)
        case validation(ValidationError)
        case cancelled
    }

    /// Sends a request that the server refuses once.
    private func send(_ server: String, _ kind: TransportKind, _ middleware: any ClientMiddleware) async throws {
        let core = ClientCore(
            server: server + "/api", transport: kind.make(),
            configuration: ClientConfiguration(
                middlewares: [middleware], retry: RetryPolicy(maximumAttempts: 2, baseDelay: .milliseconds(1))),
            credentials: ["key": .apiKey("s3cret", in: .query, name: "key"), "token": .bearer("s3cret")])
        var request = ClientRequest("GET", "/items/{id}", operationID: "getItem", security: [["key", "token"]])
        request.path("id", 7)
        request.query("mail", "ada@example.com")
        _ = try await core.send(request, throwing: CallError.self, [.success(204)])
    }

    private func withFailingServer(_ test: @escaping @Sendable (String, Seen) async throws -> Void) async throws {
        try await withServer(
            { _, count in
                count == 1
                    ? .text(503, "", [.retryAfter: "0", .setCookie: "s3cret", .server: "loop"])
                    : .text(204, "", [.server: "loop"])
            }, test)
    }

    @Test(arguments: TransportKind.allCases)
    func logging(kind: TransportKind) async throws {
        try await withFailingServer { server, _ in
            let entries = Entries()
            let logger = Logger(label: "test") { _ in EntryHandler(entries: entries) }
            let middleware = LoggingMiddleware(
                logger: logger, headers: [.server, .authorization, .setCookie])
            try await send(server, kind, middleware)
            let all = entries.all.withLock { $0 }
            #expect(all.map(\.level) == [.warning, .debug])
            #expect(all.map(\.message) == ["getItem responded with 503", "getItem responded with 204"])
            let first = all[0].metadata.mapValues(\.description)
            #expect(first["http.request.method"] == "GET" && first["http.response.status_code"] == "503")
            #expect(first["url.full"] == server + "/api/items/7?mail=REDACTED&key=REDACTED")
            #expect(first["url.template"] == "/items/{id}" && first["server.address"] == "127.0.0.1")
            #expect(first["error.type"] == "503" && first["http.response.header.server"] == "loop")
            #expect(first["http.request.resend_count"] == nil)
            #expect(all[1].metadata["http.request.resend_count"]?.description == "1")
            #expect(!"\(all)".contains("s3cret") && !"\(all)".contains("ada@"))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func metrics(kind: TransportKind) async throws {
        try await withFailingServer { server, _ in
            let factory = TestMetrics()
            try await send(server, kind, MetricsMiddleware(factory: factory))
            let durations = factory.recorders(label: "http.client.request.duration")
            #expect(durations.count == 2)
            let statuses = durations.compactMap { recorder in
                recorder.dimensions.first { $0.0 == "http.response.status_code" }?.1
            }
            #expect(Set(statuses) == ["503", "204"])
            #expect(durations.allSatisfy { recorder in recorder.values.allSatisfy { $0 > 0 && $0 < 60 } })
            let dimensions = Dictionary(uniqueKeysWithValues: durations[0].dimensions)
            #expect(dimensions["http.request.method"] == "GET" && dimensions["url.template"] == "/items/{id}")
            #expect(!"\(dimensions)".contains("s3cret") && !"\(dimensions)".contains("/7"))
            let active = factory.meters(label: "http.client.active_requests")
            #expect(active.count == 1 && active[0].lastValue == 0)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func tracing(kind: TransportKind) async throws {
        try await withFailingServer { server, seen in
            let tracer = InMemoryTracer()
            try await send(server, kind, TracingMiddleware(tracer: tracer))
            let spans = tracer.finishedSpans
            #expect(spans.map(\.operationName) == ["GET /items/{id}", "GET /items/{id}"])
            #expect(spans.allSatisfy { $0.kind == .client })
            let first = spans[0].attributes
            #expect(first.get("http.response.status_code") == .int64(503) && first.get("error.type") == .string("503"))
            #expect(first.get("url.full") == .string(server + "/api/items/7?mail=REDACTED&key=REDACTED"))
            #expect(first.get("server.address") == .string("127.0.0.1"))
            #expect(spans[0].status?.code == .error && spans[1].status == nil)
            #expect(spans[1].attributes.get("http.request.resend_count") == .int64(1))
            #expect(
                await seen.requests.allSatisfy { request in
                    request.headers.contains { $0.value == spans[0].spanID || $0.value == spans[1].spanID }
                })
        }
    }
}

private final class Entries: Sendable {
    struct Entry: Sendable {
        var level: Logger.Level
        var message: String
        var metadata: Logger.Metadata
    }

    let all = Mutex<[Entry]>([])
}

private struct EntryHandler: LogHandler {
    let entries: Entries
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        entries.all.withLock {
            $0.append(
                Entries.Entry(level: event.level, message: event.message.description, metadata: event.metadata ?? [:]))
        }
    }
}
#endif
