// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A rating by a person, with when and by whom.
public nonisolated struct FeedbackRating: Codable, Hashable, Sendable {
    /// Why the rating was given, in the person's own words.
    public var explanation: String?
    /// The rating itself.
    public var rating: Rating
    /// When the rating was given.
    public var createdAt: DateTime
    /// The user who gave the rating; null if that is not known.
    public var createdBy: UUID?

    public init(
        explanation: String? = nil,
        rating: Rating,
        createdAt: DateTime,
        createdBy: UUID?
    ) {
        self.explanation = explanation
        self.rating = rating
        self.createdAt = createdAt
        self.createdBy = createdBy
    }

    enum CodingKeys: String, CodingKey {
        case explanation
        case rating
        case createdAt = "created_at"
        case createdBy = "created_by"
    }
}
