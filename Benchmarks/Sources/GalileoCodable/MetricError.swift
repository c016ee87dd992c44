// Written by scripts/peers.py: do not edit.

/// The scorer reported an error.
public nonisolated struct MetricError: Codable, Hashable, Sendable {
    /// The family of the scorer.
    public var scorerType: ScorerType?
    /// What went wrong.
    public var message: String?
    /// The state of the metric.
    public var statusType: String? = "error"

    public init(scorerType: ScorerType? = nil, message: String? = "An error occured.") {
        self.scorerType = scorerType
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case scorerType = "scorer_type"
        case message
        case statusType = "status_type"
    }
}
