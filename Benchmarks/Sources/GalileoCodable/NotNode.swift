// Written by scripts/peers.py: do not edit.

/// An expression that holds if its part does not.
public nonisolated struct NotNode: Codable, Hashable, Sendable {
    /// The part.
    public var not: FilterExpression

    public init(not: FilterExpression) {
        self.not = not
    }

    enum CodingKeys: String, CodingKey {
        case not
    }
}
