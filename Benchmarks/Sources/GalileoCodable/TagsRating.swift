// Written by scripts/peers.py: do not edit.

/// Tags that fit.
public nonisolated struct TagsRating: Codable, Hashable, Sendable {
    /// The tags.
    public var value: [String]
    /// The kind of rating.
    public var feedbackType: String? = "tags"

    public init(value: [String]) {
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case value
        case feedbackType = "feedback_type"
    }
}
