import ApusModels

/// The values of a `text/event-stream` body, decoded while they are received. Each event holds one value.
///
/// ```swift
/// for try await chunk in try await client.completeStream(prompt) { print(chunk.text) }
/// ```
public struct EventStream<Element: JSONCodable>: AsyncSequence, Sendable {
    /// The events with their types and IDs.
    public let events: ServerSentEvents
    fileprivate let reading: EventReading
    fileprivate let end: String

    /// - Parameters:
    ///   - reading: The part of an event that is the value.
    ///   - end: The data of the event that ends the stream. No JSON value is spelled `[DONE]`.
    public init(
        _ events: ServerSentEvents, of type: Element.Type = Element.self, reading: EventReading = .data,
        end: String = "[DONE]"
    ) {
        self.events = events
        self.reading = reading
        self.end = end
    }

    public struct Iterator: AsyncIteratorProtocol {
        private var events: ServerSentEvents.Iterator
        private let stream: EventStream
        private var isFinished = false

        fileprivate init(_ stream: EventStream) {
            events = stream.events.makeAsyncIterator()
            self.stream = stream
        }

        /// Returns the next value, or `nil` at the end of the stream and after an error.
        ///
        /// - Throws: `JSONError`, ``ServerSentEventError`` or the error of the body.
        public mutating func next() async throws -> Element? {
            if isFinished { return nil }
            isFinished = true
            guard let event = try await events.next(), event.data != stream.end else { return nil }
            let element = try stream.value(of: event)
            isFinished = false
            return element
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(self) }

    /// The values with their events' types and IDs.
    public var typedEvents: TypedEvents<Element> { TypedEvents(stream: self) }

    /// Returns the same values, continued by another request after the connection is lost. See
    /// ``ServerSentEvents/reconnecting(upTo:)``.
    public func reconnecting(upTo attempts: Int = 5) -> EventStream {
        EventStream(events.reconnecting(upTo: attempts), reading: reading, end: end)
    }

    fileprivate func value(of event: ServerSentEvent) throws(JSONError) -> Element {
        switch reading {
        case .data: return try JSON.decode(from: Array(event.data.utf8))
        case .text: return try JSONValue.string(event.data).decode()
        case .event:
            var object: [(String, JSONValue)] = [("data", .string(event.data))]
            if event.event != "message" { object.append(("event", .string(event.event))) }
            if !event.id.isEmpty { object.append(("id", .string(event.id))) }
            if let retry = event.retry {
                object.append(
                    (
                        "retry",
                        .integer(retry.components.seconds * 1000 + retry.components.attoseconds / 1_000_000_000_000_000)
                    ))
            }
            return try JSONValue.object(JSONObject(object)).decode()
        }
    }
}

/// The part of an event that is its value.
public enum EventReading: Hashable, Sendable {
    /// The data, as JSON.
    case data
    /// The data, as text.
    case text
    /// The whole event, as an object with `data`, `event`, `id` and `retry` (OpenAPI 3.2, "Server-Sent Event Streams").
    case event
}

/// A value with the type and the ID of its event.
public struct TypedEvent<Value: JSONCodable>: Hashable, Sendable {
    public var value: Value
    /// The event's type, by default `message`.
    public var event: String
    /// The last ID in the stream, or empty if there is none.
    public var id: String

    public init(value: Value, event: String = "message", id: String = "") {
        self.value = value
        self.event = event
        self.id = id
    }
}

/// The values of a stream of events, with the types and IDs of their events.
///
/// ```swift
/// for try await event in try await client.watch().reconnecting().typedEvents { print(event.id, event.value) }
/// ```
public struct TypedEvents<Value: JSONCodable>: AsyncSequence, Sendable {
    public typealias Element = TypedEvent<Value>

    fileprivate let stream: EventStream<Value>

    public struct Iterator: AsyncIteratorProtocol {
        fileprivate var events: ServerSentEvents.Iterator
        fileprivate let stream: EventStream<Value>
        fileprivate var isFinished = false

        /// Returns the next value, or `nil` at the end of the stream and after an error.
        public mutating func next() async throws -> TypedEvent<Value>? {
            if isFinished { return nil }
            isFinished = true
            guard let event = try await events.next(), event.data != stream.end else { return nil }
            let value = try stream.value(of: event)
            isFinished = false
            return TypedEvent(value: value, event: event.event, id: event.id)
        }
    }

    public func makeAsyncIterator() -> Iterator { Iterator(events: stream.events.makeAsyncIterator(), stream: stream) }
}
