// Written by scripts/peers.py: do not edit.

public import ApusRuntime

/// A correction of a scorer's result by a person.
public nonisolated struct MetricCritique: Codable, Hashable, Sendable {
    /// The identifier of the correction.
    public var id: UUID
    /// Whether the scorer has taken the correction into account.
    public var isComputed: Bool
    /// The explanation after the correction.
    public var revisedExplanation: String?
    /// The correction itself.
    public var critiqueInfo: MetricCritiqueContent

    public init(
        id: UUID,
        isComputed: Bool,
        revisedExplanation: String?,
        critiqueInfo: MetricCritiqueContent
    ) {
        self.id = id
        self.isComputed = isComputed
        self.revisedExplanation = revisedExplanation
        self.critiqueInfo = critiqueInfo
    }

    enum CodingKeys: String, CodingKey {
        case id
        case isComputed = "is_computed"
        case revisedExplanation = "revised_explanation"
        case critiqueInfo = "critique_info"
    }
}
