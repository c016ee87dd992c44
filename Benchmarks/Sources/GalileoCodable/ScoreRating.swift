// Written by scripts/peers.py: do not edit.

/// A score.
public nonisolated struct ScoreRating: Codable, Hashable, Sendable {
    /// The score.
    public var value: Int
    /// The kind of rating.
    public var feedbackType: String? = "score"

    public init(value: Int) {
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case value
        case feedbackType = "feedback_type"
    }
}
