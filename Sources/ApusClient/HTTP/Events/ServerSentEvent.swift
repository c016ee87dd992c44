/// An event of `text/event-stream` (WHATWG HTML, "Server-sent events").
public struct ServerSentEvent: Hashable, Sendable {
    /// The event's type, `message` if it has none.
    public var event: String
    /// The lines of data, joined by line feeds.
    public var data: String
    /// The last identifier in the stream, of this event or an earlier one; empty if there was none.
    public var id: String
    /// How long to wait before connecting again, if the event says so.
    public var retry: Duration?

    public init(event: String = "message", data: String, id: String = "", retry: Duration? = nil) {
        self.event = event
        self.data = data
        self.id = id
        self.retry = retry
    }
}

/// Why a stream of events could not be read.
public enum ServerSentEventError: Error, Hashable, Sendable, CustomStringConvertible {
    /// An event has more bytes than the limit allows.
    case tooLarge(maximum: Int)

    public var description: String {
        switch self {
        case .tooLarge(let maximum): "an event is larger than \(maximum) bytes"
        }
    }
}
