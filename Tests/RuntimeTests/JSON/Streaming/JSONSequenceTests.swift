import ApusRuntime
import Testing

@Suite struct JSONSequenceTests {
    /// Streams of the same values with all permitted separators.
    static let streams: [(JSONFraming, String)] = [
        (.array, " [ 1, \"a,]\\\"\\\\\" ,{\"k\":[{},[1,2]]}\n,\r\n[[],\"[\\u005d\"]\t, null,true,-1.5e3 ,\"é😀\"] \n"),
        (.lines, "1\n\"a,]\\\"\\\\\"\n\n {\"k\":[{},[1,2]]} \r\n[[],\"[\\u005d\"]\n \t\r\nnull\ntrue\n-1.5e3\n\"é😀\""),
        (
            .textSequence,
            "\n\u{1E}1\n\u{1E}\"a,]\\\"\\\\\"\u{1E}\u{1E} \n{\"k\":\n[{},[1,\n2]]}\u{1E}[[],\"[\\u005d\"]\n\n\u{1E}null\n"
                + "\u{1E}true \u{1E}-1.5e3\n\u{1E}\"é😀\""
        ),
    ]

    static let values: [JSONValue] = [
        1, "a,]\"\\", ["k": [[:], [1, 2]]], [[], "[]"], nil, true, -1500, "é😀",
    ]

    @Test(arguments: streams)
    func everyChunkBoundary(_ framing: JSONFraming, _ text: String) async throws {
        let bytes = Array(text.utf8)
        for size in [1, 2, 3, 5, 7, bytes.count] {
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(try await values(of: chunks, framing) == Self.values)
        }
        for boundary in bytes.indices {
            let chunks = [Array(bytes[..<boundary]), Array(bytes[boundary...])]
            #expect(try await values(of: chunks, framing) == Self.values, "cut at \(boundary)")
        }
    }

    /// Complete values are delivered, and truncation is reported where the framing can detect it.
    @Test(arguments: streams)
    func truncation(_ framing: JSONFraming, _ text: String) async throws {
        let bytes = Array(text.utf8)
        let end = bytes.lastIndex(of: UInt8(ascii: framing == .array ? "]" : "\"")) ?? 0
        for length in 0...end {
            var received: [JSONValue] = []
            var failure: JSONError?
            do {
                for try await value in JSONSequence(
                    HTTPBody(bytes[..<length]), of: JSONValue.self, framing: framing)
                { received.append(value) }
            } catch let error as JSONError { failure = error }
            // A truncated number is a different number, which the framing by lines cannot detect.
            if framing == .lines, failure == nil { received.removeLast(received.isEmpty ? 0 : 1) }
            #expect(received == Array(Self.values.prefix(received.count)), "\(length) bytes")
            // The error in a truncated literal is at its start.
            if framing == .array { #expect((length - 3...length).contains(failure?.offset ?? -1)) }
            if let failure { #expect(failure.kind == .syntax) }
        }
    }

    @Test(arguments: [
        (JSONFraming.array, "[1,2 3]", JSONError.Kind.syntax, "", 5),
        (.array, "[1,,2]", .syntax, "/1", 3),
        (.array, "[1,]", .syntax, "/1", 3),
        (.array, "[,1]", .syntax, "/0", 1),
        (.array, "[1}", .syntax, "", 2),
        (.array, "[1] 2", .syntax, "", 4),
        (.array, "[1,\"x\"]", .mismatch, "/1", 3),
        (.array, "{\"a\":1}", .mismatch, "", 0),
        (.array, "", .syntax, "", 0),
        (.array, "[", .syntax, "/0", 1),
        (.array, "[1]]", .syntax, "", 3),
        (.array, "[1.5]", .mismatch, "/0", 1),
        (.lines, "1\n2 3\n", .syntax, "", 4),
        (.lines, "1\n\"x\"\n", .mismatch, "", 2),
        (.textSequence, "1\n", .syntax, "", 0),
        (.textSequence, "\u{1E}1\n2\n", .syntax, "", 3),
        (.textSequence, "\u{1E}1", .syntax, "", 2),
        (.textSequence, "\u{1E}12\u{1E}3\n", .syntax, "", 3),
        (.textSequence, "\u{1E}1 2\n", .syntax, "", 3),
    ])
    func errors(
        _ framing: JSONFraming, _ text: String, _ kind: JSONError.Kind, _ pointer: String, _ offset: Int
    ) async throws {
        for size in [1, 64] {
            let bytes = Array(text.utf8)
            let chunks = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            let error = await #expect(throws: JSONError.self) { _ = try await values(of: chunks, framing, Int.self) }
            #expect(error?.kind == kind, "\(text): \(error!)")
            #expect(error?.pointer == pointer, "\(text): \(error!)")
            #expect(error?.offset == offset, "\(text): \(error!)")
        }
    }

    @Test func nothingFollowsAFailure() async throws {
        var iterator = JSONSequence(HTTPBody("1\nx\n2\n"), of: Int.self, framing: .lines).makeAsyncIterator()
        #expect(try await iterator.next() == 1)
        await #expect(throws: JSONError.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
    }

    @Test(arguments: [
        (JSONFraming.array, "[]"), (.array, " [ \n] "), (.lines, ""), (.lines, "\n \n"), (.textSequence, "\u{1E}"),
    ])
    func empty(_ framing: JSONFraming, _ text: String) async throws {
        #expect(try await values(of: [Array(text.utf8)], framing) == [])
    }

    /// The length of a stream is unlimited. A value that is too long is rejected before it is complete.
    @Test(arguments: [JSONFraming.array, .lines, .textSequence])
    func limits(_ framing: JSONFraming) async throws {
        var encoder = JSONSequenceEncoder(framing: framing)
        var chunks = try (0..<1000).map { try encoder.encode("value \($0)") }
        chunks.append(encoder.finish())
        #expect(try await values(of: chunks, framing, String.self, maximumElementBytes: 16).count == 1000)

        let endless = HTTPBody(streaming: Endless(first: framing == .array ? "[" : framing == .lines ? "" : "\u{1E}"))
        var iterator = JSONSequence(endless, of: String.self, framing: framing, maximumElementBytes: 10_000)
            .makeAsyncIterator()
        let error = await #expect(throws: JSONError.self) { try await iterator.next() }
        #expect(error?.kind == .limit)
    }

    /// RFC 7464: a record is delivered as soon as its line feed arrives.
    @Test func recordsAreNotHeldBack() async throws {
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        var iterator = JSONSequence(HTTPBody(streaming: stream), of: [Int].self, framing: .textSequence)
            .makeAsyncIterator()
        for number in 0..<3 {
            continuation.yield(Array("\u{1E}[\(number)]\n".utf8))
            #expect(try await iterator.next() == [number])
        }
        continuation.finish()
        #expect(try await iterator.next() == nil)
    }

    @Test(arguments: [JSONFraming.array, .lines, .textSequence], [false, true])
    func roundTrip(_ framing: JSONFraming, isPretty: Bool) async throws {
        var options = JSONEncodingOptions()
        options.isPretty = isPretty
        for count in 0...Self.values.count {
            let values = Array(Self.values.prefix(count))
            let source = AsyncStream { continuation in
                for value in values { continuation.yield(value) }
                continuation.finish()
            }
            let bytes = try await HTTPBody(encoding: source, framing: framing, options: options).collect(upTo: 10_000)
            #expect(try await self.values(of: [bytes], framing) == values)
            if framing == .array { #expect(try JSON.decode([JSONValue].self, from: bytes) == values) }
        }
    }

    private func values<Value: JSONCodable>(
        of chunks: [[UInt8]], _ framing: JSONFraming, _ type: Value.Type = JSONValue.self,
        maximumElementBytes: Int = 1 << 20
    ) async throws -> [Value] {
        let stream = AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        }
        var values: [Value] = []
        for try await value in JSONSequence(
            HTTPBody(streaming: stream), of: type, framing: framing, maximumElementBytes: maximumElementBytes)
        { values.append(value) }
        return values
    }
}

/// A string without an end.
private struct Endless: AsyncSequence, AsyncIteratorProtocol {
    var chunk: [UInt8]

    init(first: String) { chunk = Array((first + "\"").utf8) }

    mutating func next() async -> [UInt8]? {
        defer { chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1000) }
        return chunk
    }

    func makeAsyncIterator() -> Endless { self }
}
