// Written by scripts/peers.py: do not edit.

/// Tags, counted.
public nonisolated struct TagsAggregate: Codable, Hashable, Sendable {
    /// How many ratings have each tag.
    public var counts: [String: Int]
    /// The number of records without a rating.
    public var unratedCount: Int
    /// The kind of rating.
    public var feedbackType: String? = "tags"

    public init(counts: [String: Int], unratedCount: Int) {
        self.counts = counts
        self.unratedCount = unratedCount
    }

    enum CodingKeys: String, CodingKey {
        case counts
        case unratedCount = "unrated_count"
        case feedbackType = "feedback_type"
    }
}
