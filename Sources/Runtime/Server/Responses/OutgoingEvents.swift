import ApusClient
public import ApusModels

/// The values of a `text/event-stream` that a server sends. They are in memory or produced while they are sent.
///
/// ```swift
/// func complete(_ prompt: Prompt) async throws -> OutgoingEvents<Chunk> {
///     OutgoingEvents(streaming: model.chunks(prompt))
/// }
/// ```
public struct OutgoingEvents<Element: JSONCodable>: Sendable, ExpressibleByArrayLiteral {
    private let encode: @Sendable (EventEncoder, String?) -> HTTPBody

    /// Creates a stream of values in memory.
    public init(_ elements: [Element]) {
        self.init(
            streaming: AsyncStream { continuation in
                for element in elements { continuation.yield(element) }
                continuation.finish()
            })
    }

    public init(arrayLiteral elements: Element...) { self.init(elements) }

    /// Creates a stream of values that are produced while they are sent. If the sequence throws, the response is
    /// incomplete, and clients detect this.
    public init<Values: AsyncSequence & Sendable>(streaming values: Values) where Values.Element == Element {
        encode = { encoder, end in
            HTTPBody(streaming: EncodedEvents(values: values, encoder: encoder, end: end))
        }
    }

    func body(_ encoder: EventEncoder, end: String?) -> HTTPBody { encode(encoder, end) }
}

private struct EncodedEvents<Values: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Values.Element: JSONCodable {
    let values: Values
    let encoder: EventEncoder
    let end: String?

    struct AsyncIterator: AsyncIteratorProtocol {
        var values: Values.AsyncIterator
        let encoder: EventEncoder
        var end: String?
        var isFinished = false

        mutating func next() async throws -> [UInt8]? {
            if isFinished { return nil }
            if let value = try await values.next() { return try encoder.event(of: value) }
            isFinished = true
            return end.map { encoder.lines("data", $0) + [0x0A] }
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(values: values.makeAsyncIterator(), encoder: encoder, end: end)
    }
}

/// Writes server-sent events (WHATWG HTML, section 9.2).
struct EventEncoder: Sendable {
    let reading: EventReading

    func event(of value: some JSONCodable) throws -> [UInt8] {
        switch reading {
        case .data: return Array("data: ".utf8) + (try JSON.encode(value)) + [0x0A, 0x0A]
        case .text: return lines("data", text(try JSONValue(encoding: value))) + [0x0A]
        case .event:
            let event = try JSONValue(encoding: value)
            var bytes: [UInt8] = []
            for name in ["event", "id", "retry"] {
                // A line break would begin another field.
                if let member = event[name], !member.isNull { bytes += field(name, text(member)) }
            }
            return bytes + lines("data", text(event["data"] ?? "")) + [0x0A]
        }
    }

    /// Returns a field for each line of a text.
    func lines(_ name: String, _ text: String) -> [UInt8] {
        text.split(omittingEmptySubsequences: false, whereSeparator: Self.endsLine).flatMap {
            Array("\(name): \($0)\n".utf8)
        }
    }

    private func field(_ name: String, _ text: String) -> [UInt8] {
        Array("\(name): \(String(text.filter { !Self.endsLine($0) }))\n".utf8)
    }

    /// Other line breaks of Unicode, such as U+2028, are a part of the text.
    private static func endsLine(_ character: Character) -> Bool {
        character == "\n" || character == "\r" || character == "\r\n"
    }

    private func text(_ value: JSONValue) -> String {
        value.string ?? ((try? JSON.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "")
    }
}
