/// A server-sent event (WHATWG HTML, "Server-sent events").
public struct ServerSentEvent: Hashable, Sendable {
    /// The event's type, by default `message`.
    public var event: String
    /// The lines of data, joined by line feeds.
    public var data: String
    /// The last ID in the stream, from this event or an earlier one, or empty if there is none.
    public var id: String
    /// The time to wait before reconnecting, if the event contains one.
    public var retry: Duration?

    public init(event: String = "message", data: String, id: String = "", retry: Duration? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }
}

/// The reason why a stream of events cannot be read.
public enum ServerSentEventError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An event is larger than the limit.
    case tooLarge(maximum: Int)

    public var description: String {
        switch self {
        case .tooLarge(let maximum): "an event is larger than \(maximum) bytes"
        }
    }
}
