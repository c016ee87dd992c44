import ApusRuntime
import Testing

/// Returns a body that arrives in chunks.
private func body(_ chunks: [[UInt8]]) -> HTTPBody {
    HTTPBody(
        streaming: AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        })
}

private func events(_ chunks: [[UInt8]], maximum: Int = 1000) async throws -> [ServerSentEvent] {
    var result: [ServerSentEvent] = []
    for try await event in ServerSentEvents(body(chunks), maximumEventBytes: maximum) { result.append(event) }
    return result
}

private func events(_ text: String) async throws -> [ServerSentEvent] { try await events([Array(text.utf8)]) }

/// Server-sent events (WHATWG HTML, section 9.2.6). The first three tests are the standard's examples.
struct EventTests {
    @Test func dataOfSeveralLines() async throws {
        #expect(try await events("data: YHOO\ndata: +2\ndata: 10\n\n") == [.init(data: "YHOO\n+2\n10")])
    }

    @Test func commentsAndIdentifiers() async throws {
        let text = ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n"
        #expect(
            try await events(text + "\n") == [
                .init(data: "first event", id: "1"), .init(data: "second event"), .init(data: " third event"),
            ])
        // The third event is incomplete, because its final empty line is missing.
        #expect(try await events(text).count == 2)
    }

    @Test func emptyData() async throws {
        #expect(try await events("data\n\ndata\ndata\n\ndata:") == [.init(data: ""), .init(data: "\n")])
    }

    @Test func fields() async throws {
        #expect(
            try await events("event: add\nretry: 1500\nother: x\ndata: 1\n\nretry: 1x\ndata: 2\n\n") == [
                .init(event: "add", data: "1", retry: .milliseconds(1500)), .init(data: "2"),
            ])
        #expect(try await events("id: a\0b\ndata: 1\n\n") == [.init(data: "1")])
        // An event without data is ignored, but its identifier is kept.
        #expect(try await events("id: 7\nevent: x\n\ndata: 1\n\n") == [.init(data: "1", id: "7")])
    }

    @Test func lineEndsAndByteOrderMark() async throws {
        for end in ["\n", "\r", "\r\n"] {
            #expect(try await events("\u{FEFF}data: a\(end)data: b\(end)\(end)") == [.init(data: "a\nb")])
        }
        #expect(try await events("data: a\r\rdata: b\n\r\n") == [.init(data: "a"), .init(data: "b")])
        #expect(try await events("\u{FEFF}\u{FEFF}data: a\n\ndata: b\n\n") == [.init(data: "b")])
    }

    @Test func malformedUTF8IsReplaced() async throws {
        #expect(try await events([Array("data: ".utf8) + [0xFF, 0x0A, 0x0A]]) == [.init(data: "\u{FFFD}")])
    }

    @Test func eventsAreLimited() async throws {
        await #expect(throws: ServerSentEventError.tooLarge(maximum: 10)) {
            try await events([Array("data: 12345678\n\n".utf8)], maximum: 10)
        }
        #expect(try await events([Array("data: 1\n\ndata: 2\n\n".utf8)], maximum: 10).count == 2)
    }

    /// The events do not depend on the boundaries of chunks.
    @Test func chunksDoNotMatter() async throws {
        let pieces = [
            "data: a", "data:é", "data", "id: 1", "event: x", ": c", "retry: 5", "\n", "\r", "\r\n", "\n\n", "\u{FEFF}",
            ":",
        ]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            let text = (0..<20).map { _ in pieces.randomElement(using: &generator)! }.joined()
            let bytes = Array(text.utf8)
            let whole = try await events([bytes])
            #expect(try await events(bytes.map { [$0] }) == whole, "\(text.debugDescription)")
            let cut = Int.random(in: 0...bytes.count, using: &generator)
            #expect(
                try await events([Array(bytes[..<cut]), Array(bytes[cut...])]) == whole, "\(text.debugDescription)")
        }
    }

    @Test func values() async throws {
        let text = "data: {\"a\": 1}\n\ndata: [DONE]\n\ndata: {}\n\n"
        let stream = ServerSentEvents(HTTPBody(text))
        var values: [JSONValue] = []
        for try await value in EventStream<JSONValue>(stream) { values.append(value) }
        #expect(values == [["a": 1]])
        var texts: [String] = []
        for try await text in EventStream<String>(stream, reading: .text, end: "{}") { texts.append(text) }
        #expect(texts == ["{\"a\": 1}", "[DONE]"])
    }

    @Test func wholeEvents() async throws {
        let stream = ServerSentEvents(body([Array("id: 3\nevent: add\nretry: 20\ndata: x\n\ndata: y\n\n".utf8)]))
        var values: [JSONValue] = []
        for try await value in EventStream<JSONValue>(stream, reading: .event) { values.append(value) }
        #expect(values == [["data": "x", "event": "add", "id": "3", "retry": 20], ["data": "y", "id": "3"]])
    }

    @Test func malformedValues() async throws {
        var values = EventStream<Int>(ServerSentEvents(body([Array("data: 1\n\ndata: x\n\ndata: 2\n\n".utf8)])))
            .makeAsyncIterator()
        #expect(try await values.next() == 1)
        await #expect(throws: JSONError.self) { try await values.next() }
        #expect(try await values.next() == nil)
    }
}
