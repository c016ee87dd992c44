// Written by scripts/peers.py: do not edit.

/// An expression that holds if any of its parts holds.
public nonisolated struct OrNode: Codable, Hashable, Sendable {
    /// The parts.
    public var or: [FilterExpression]

    public init(or: [FilterExpression]) {
        self.or = or
    }

    enum CodingKeys: String, CodingKey {
        case or
    }
}
