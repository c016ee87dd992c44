// Written by scripts/peers.py: do not edit.

/// The metric was computed.
public nonisolated struct MetricSuccess: Codable, Hashable, Sendable {
    /// The family of the scorer.
    public var scorerType: ScorerType?
    /// The result; null if the scorer has none.
    public var value: MetricValue?
    /// Why the result is what it is.
    public var explanation: String?
    /// What computing the metric cost.
    public var cost: Double?
    /// The model that judged.
    public var modelAlias: String?
    /// How many judgements the result is made of.
    public var numJudges: Int?
    /// A correction of the result by a person.
    public var critique: MetricCritique?
    /// The result in the form in which the console shows it.
    public var displayValue: String?
    /// How the judge came to the result.
    public var rationale: String?
    /// The state of the metric.
    public var statusType: String? = "success"

    public init(
        scorerType: ScorerType? = nil,
        value: MetricValue?,
        explanation: String? = nil,
        cost: Double? = nil,
        modelAlias: String? = nil,
        numJudges: Int? = nil,
        critique: MetricCritique? = nil,
        displayValue: String? = nil,
        rationale: String? = nil
    ) {
        self.scorerType = scorerType
        self.value = value
        self.explanation = explanation
        self.cost = cost
        self.modelAlias = modelAlias
        self.numJudges = numJudges
        self.critique = critique
        self.displayValue = displayValue
        self.rationale = rationale
    }

    enum CodingKeys: String, CodingKey {
        case scorerType = "scorer_type"
        case value
        case explanation
        case cost
        case modelAlias = "model_alias"
        case numJudges = "num_judges"
        case critique
        case displayValue = "display_value"
        case rationale
        case statusType = "status_type"
    }
}
