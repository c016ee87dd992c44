// Written by scripts/peers.py: do not edit.

/// A comment.
public nonisolated struct TextRating: Codable, Hashable, Sendable {
    /// The comment.
    public var value: String
    /// The kind of rating.
    public var feedbackType: String? = "text"

    public init(value: String) {
        self.value = value
    }

    enum CodingKeys: String, CodingKey {
        case value
        case feedbackType = "feedback_type"
    }
}
