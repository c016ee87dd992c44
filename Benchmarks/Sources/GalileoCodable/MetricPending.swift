// Written by scripts/peers.py: do not edit.

/// The metric waits to be computed.
public nonisolated struct MetricPending: Codable, Hashable, Sendable {
    /// The family of the scorer.
    public var scorerType: ScorerType?
    /// The state of the metric.
    public var statusType: String? = "pending"

    public init(scorerType: ScorerType? = nil) {
        self.scorerType = scorerType
    }

    enum CodingKeys: String, CodingKey {
        case scorerType = "scorer_type"
        case statusType = "status_type"
    }
}
