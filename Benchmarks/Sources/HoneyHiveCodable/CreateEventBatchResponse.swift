// Written by scripts/peers.py: do not edit.

/// The outcome of adding events.
public nonisolated struct CreateEventBatchResponse: Codable, Hashable, Sendable {
    /// Whether all events were stored.
    public var success: Bool

    public init(success: Bool) {
        self.success = success
    }

    enum CodingKeys: String, CodingKey {
        case success
    }
}
