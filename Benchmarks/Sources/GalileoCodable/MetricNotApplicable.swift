// Written by scripts/peers.py: do not edit.

/// The metric does not apply to this record.
public nonisolated struct MetricNotApplicable: Codable, Hashable, Sendable {
    /// The family of the scorer.
    public var scorerType: ScorerType?
    /// Why it does not apply.
    public var message: String
    /// The state of the metric.
    public var statusType: String? = "not_applicable"

    public init(scorerType: ScorerType? = nil, message: String = "Metric not applicable.") {
        self.scorerType = scorerType
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case scorerType = "scorer_type"
        case message
        case statusType = "status_type"
    }
}
