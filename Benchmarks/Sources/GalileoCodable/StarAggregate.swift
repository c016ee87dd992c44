// Written by scripts/peers.py: do not edit.

/// Stars, averaged and counted.
public nonisolated struct StarAggregate: Codable, Hashable, Sendable {
    /// The mean number of stars.
    public var average: Double
    /// How many ratings have each number of stars.
    public var counts: [String: Int]
    /// The number of records without a rating.
    public var unratedCount: Int
    /// The kind of rating.
    public var feedbackType: String? = "star"

    public init(average: Double, counts: [String: Int], unratedCount: Int) {
        self.average = average
        self.counts = counts
        self.unratedCount = unratedCount
    }

    enum CodingKeys: String, CodingKey {
        case average
        case counts
        case unratedCount = "unrated_count"
        case feedbackType = "feedback_type"
    }
}
