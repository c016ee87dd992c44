// Written by scripts/peers.py: do not edit.

/// What a person says against a scorer's result.
public nonisolated struct MetricCritiqueContent: Codable, Hashable, Sendable {
    /// What is wrong with the result.
    public var critique: String
    /// What the result should have been.
    public var intendedValue: Bool
    /// The explanation that the scorer had given.
    public var originalExplanation: String

    public init(critique: String, intendedValue: Bool, originalExplanation: String) {
        self.critique = critique
        self.intendedValue = intendedValue
        self.originalExplanation = originalExplanation
    }

    enum CodingKeys: String, CodingKey {
        case critique
        case intendedValue = "intended_value"
        case originalExplanation = "original_explanation"
    }
}
