// Written by scripts/peers.py: do not edit.

/// A thumb up or down.
public nonisolated struct LikeDislikeRating: Codable, Hashable, Sendable {
    /// True for a thumb up.
    public var value: Bool
    /// The kind of rating.
    public var feedbackType: String? = "like_dislike"

    public init(value: Bool) {
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case value
        case feedbackType = "feedback_type"
    }
}
