// Written by scripts/peers.py: do not edit.

/// Figures of a call of a language model. Values of scorers stand beside the built-in ones, under the
/// scorers' names.
public nonisolated struct LLMMetrics: Codable, Hashable, Sendable {
    /// How long the call took, in nanoseconds.
    public var durationNs: Int?
    /// The number of tokens that the model was given.
    public var numInputTokens: Int?
    /// The number of tokens that the model produced.
    public var numOutputTokens: Int?
    /// The number of tokens in and out together.
    public var numTotalTokens: Int?
    /// How long it took until the first token came, in nanoseconds.
    public var timeToFirstTokenNs: Int?

    public init(
        durationNs: Int? = nil,
        numInputTokens: Int? = nil,
        numOutputTokens: Int? = nil,
        numTotalTokens: Int? = nil,
        timeToFirstTokenNs: Int? = nil
    ) {
        self.durationNs = durationNs
        self.numInputTokens = numInputTokens
        self.numOutputTokens = numOutputTokens
        self.numTotalTokens = numTotalTokens
        self.timeToFirstTokenNs = timeToFirstTokenNs
    }

    enum CodingKeys: String, CodingKey {
        case durationNs = "duration_ns"
        case numInputTokens = "num_input_tokens"
        case numOutputTokens = "num_output_tokens"
        case numTotalTokens = "num_total_tokens"
        case timeToFirstTokenNs = "time_to_first_token_ns"
    }
}
