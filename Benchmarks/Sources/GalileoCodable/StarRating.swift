// Written by scripts/peers.py: do not edit.

/// One to five stars.
public nonisolated struct StarRating: Codable, Hashable, Sendable {
    /// The number of stars.
    public var value: Int
    /// The kind of rating.
    public var feedbackType: String? = "star"

    public init(value: Int) {
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case value
        case feedbackType = "feedback_type"
    }
}
