// Written by scripts/peers.py: do not edit.

/// Events to add to a session.
public nonisolated struct CreateEventBatchRequest: Codable, Hashable, Sendable {
    /// The events, in the order in which they are stored.
    public var events: [Event]

    public init(events: [Event]) {
        self.events = events
    }

    enum CodingKeys: String, CodingKey {
        case events
    }
}
