import ApusRuntime
import HTTPTypes
import Synchronization
import Testing

/// Streams of events that continue after the connection is lost.
struct ReconnectionTests {
    private struct Lost: Error {}

    /// Returns the data of the events, and the ID and the status of each request.
    private func read(_ answers: [(status: Int, text: String, isLost: Bool)]) async -> (
        data: [String], ids: [String?], error: (any Error)?
    ) {
        let transport = BrokenStreams(answers)
        let core = ClientCore(
            server: "https://host", transport: transport, configuration: ClientConfiguration(retry: .none))
        var data: [String] = []
        do {
            let cases: [ResponseCase<EventStream<String>, SomeError>] = [
                .success(200, events: String.self, reading: .text)
            ]
            let stream = try await core.send(
                ClientRequest("GET", "/events", operationID: "watch"), throwing: SomeError.self, cases
            ).body
            for try await text in stream.reconnecting(upTo: 2) { data.append(text) }
            return (data, transport.ids, nil)
        } catch {
            return (data, transport.ids, error)
        }
    }

    /// The server must send an event again that has not been received completely (WHATWG HTML, section 9.2.6).
    @Test func aPartOfAnEventDoesNotCount() async {
        let result = await read([
            (200, "retry: 1\nid: 1\ndata: a\n\nid: 2\ndata: b", true), (200, "id: 2\ndata: b\n\nid: 3\n", true),
            (200, "id: 3\ndata: c\n\n", false),
        ])
        #expect(result.data == ["a", "b", "c"])
        #expect(result.ids == [nil, "1", "2"])
        #expect(result.error == nil)
    }

    /// Servers send the time alone, before the first event.
    @Test func theTimeNeedsNoEvent() async {
        let start = ContinuousClock.now
        let result = await read([
            (200, "retry: 1500\n\nid: 1\ndata: a\n\n", true), (200, "data: b\n\n", false),
        ])
        #expect(result.data == ["a", "b"])
        #expect(ContinuousClock.now - start >= .milliseconds(1500))
    }

    @Test func theServerEndsTheStream() async {
        let result = await read([(200, "retry: 1\n\nid: 1\ndata: a\n\n", true), (204, "", false)])
        #expect(result.data == ["a"] && result.error == nil && result.ids.count == 2)
    }

    /// A stream that the server does not continue is not complete.
    @Test(arguments: [401, 404, 500]) func aRefusalIsNoEnd(_ status: Int) async {
        let result = await read([(200, "retry: 1\n\nid: 1\ndata: a\n\n", true), (status, "{}", false)])
        #expect(result.data == ["a"])
        #expect(result.error != nil)
    }

    /// Answers with streams that may be lost after their text.
    private final class BrokenStreams: ClientTransport {
        private let answers: Mutex<[(status: Int, text: String, isLost: Bool)]>
        private let seen = Mutex<[String?]>([])

        init(_ answers: [(status: Int, text: String, isLost: Bool)]) { self.answers = Mutex(answers) }

        var ids: [String?] { seen.withLock { $0 } }

        func send(
            _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
        ) async throws -> (HTTPResponse, HTTPBody?) {
            seen.withLock { $0.append(request.headerFields[HTTPField.Name("Last-Event-ID")!]) }
            let answer = answers.withLock { $0.removeFirst() }
            let head = HTTPResponse(
                status: .init(code: answer.status), headerFields: [.contentType: "text/event-stream"])
            let chunks = AsyncThrowingStream<[UInt8], any Error> { continuation in
                continuation.yield(Array(answer.text.utf8))
                continuation.finish(throwing: answer.isLost ? Lost() : nil)
            }
            return (head, HTTPBody(streaming: chunks))
        }
    }
}
