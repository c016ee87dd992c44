// Written by scripts/peers.py: do not edit.

/// The metric could not be computed.
public nonisolated struct MetricFailed: Codable, Hashable, Sendable {
    /// The family of the scorer.
    public var scorerType: ScorerType?
    /// What went wrong.
    public var message: String?
    /// The state of the metric.
    public var statusType: String? = "failed"

    public init(scorerType: ScorerType? = nil, message: String? = "Metric failed to compute.") {
        self.scorerType = scorerType
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case scorerType = "scorer_type"
        case message
        case statusType = "status_type"
    }
}
