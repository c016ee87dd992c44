// Written by scripts/peers.py: do not edit.

/// An expression that holds if all of its parts hold.
public nonisolated struct AndNode: Codable, Hashable, Sendable {
    /// The parts.
    public var and: [FilterExpression]

    public init(and: [FilterExpression]) {
        self.and = and
    }

    enum CodingKeys: String, CodingKey {
        case and
    }
}
