// Written by scripts/peers.py: do not edit.

/// How likely a part of a text is made up.
public nonisolated struct HallucinationSegment: Codable, Hashable, Sendable {
    /// Where the part begins.
    public var start: Int
    /// Where the part ends.
    public var end: Int
    /// The probability that the part is made up.
    public var hallucination: Double
    /// How bad it is, from 0 to 2.
    public var hallucinationSeverity: Int

    public init(start: Int, end: Int, hallucination: Double, hallucinationSeverity: Int = 0) {
        self.start = start
        self.end = end
        self.hallucination = hallucination
        self.hallucinationSeverity = hallucinationSeverity
    }

    enum CodingKeys: String, CodingKey {
        case start
        case end
        case hallucination
        case hallucinationSeverity = "hallucination_severity"
    }
}
