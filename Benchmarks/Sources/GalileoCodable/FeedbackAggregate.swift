// Written by scripts/peers.py: do not edit.

/// The ratings of many records, put together.
public nonisolated struct FeedbackAggregate: Codable, Hashable, Sendable {
    /// The figures.
    public var aggregate: RatingAggregate

    public init(aggregate: RatingAggregate) {
        self.aggregate = aggregate
    }

    enum CodingKeys: String, CodingKey {
        case aggregate
    }
}
