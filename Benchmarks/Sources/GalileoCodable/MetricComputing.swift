// Written by scripts/peers.py: do not edit.

/// The metric is being computed.
public nonisolated struct MetricComputing: Codable, Hashable, Sendable {
    /// The family of the scorer.
    public var scorerType: ScorerType?
    /// The state in words.
    public var message: String
    /// The state of the metric.
    public var statusType: String? = "computing"

    public init(scorerType: ScorerType? = nil, message: String = "Metric is computing.") {
        self.scorerType = scorerType
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case scorerType = "scorer_type"
        case message
        case statusType = "status_type"
    }
}
