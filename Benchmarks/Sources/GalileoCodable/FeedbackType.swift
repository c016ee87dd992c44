// Written by scripts/peers.py: do not edit.

/// A kind of feedback: thumbs up or down, stars, a score, tags, or free text.
public nonisolated enum FeedbackType: String, Codable, Hashable, Sendable {
    case likeDislike = "like_dislike"
    case star = "star"
    case score = "score"
    case tags = "tags"
    case text = "text"
}
