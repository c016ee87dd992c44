// Written by scripts/peers.py: do not edit.

/// Scores, averaged.
public nonisolated struct ScoreAggregate: Codable, Hashable, Sendable {
    /// The mean score.
    public var average: Double
    /// The number of records without a rating.
    public var unratedCount: Int
    /// The kind of rating.
    public var feedbackType: String? = "score"

    public init(average: Double, unratedCount: Int) {
        self.average = average
        self.unratedCount = unratedCount
    }

    enum CodingKeys: String, CodingKey {
        case average
        case unratedCount = "unrated_count"
        case feedbackType = "feedback_type"
    }
}
