// Written by scripts/peers.py: do not edit.

/// Thumbs up and down, counted.
public nonisolated struct LikeDislikeAggregate: Codable, Hashable, Sendable {
    /// The number of thumbs up.
    public var likeCount: Int
    /// The number of thumbs down.
    public var dislikeCount: Int
    /// The number of records without a rating.
    public var unratedCount: Int
    /// The kind of rating.
    public var feedbackType: String? = "like_dislike"

    public init(likeCount: Int, dislikeCount: Int, unratedCount: Int) {
        self.likeCount = likeCount
        self.dislikeCount = dislikeCount
        self.unratedCount = unratedCount
    }

    enum CodingKeys: String, CodingKey {
        case likeCount = "like_count"
        case dislikeCount = "dislike_count"
        case unratedCount = "unrated_count"
        case feedbackType = "feedback_type"
    }
}
