// Written by scripts/peers.py: do not edit.

/// The feedback of one kind that a trace received.
public nonisolated struct FeedbackRatingInfo: Codable, Hashable, Sendable {
    /// The kind of feedback, which says what the value means.
    public var feedbackType: FeedbackType
    /// The feedback itself.
    public var value: FeedbackValue
    /// Why it was given, in the person's own words.
    public var explanation: String?

    public init(feedbackType: FeedbackType, value: FeedbackValue, explanation: String?) {
        self.feedbackType = feedbackType
        self.value = value
        self.explanation = explanation
    }

    enum CodingKeys: String, CodingKey {
        case feedbackType = "feedback_type"
        case value
        case explanation
    }
}
