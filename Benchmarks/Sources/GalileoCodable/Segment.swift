// Written by scripts/peers.py: do not edit.

/// A value for a part of a text.
public nonisolated struct Segment: Codable, Hashable, Sendable {
    /// Where the part begins.
    public var start: Int
    /// Where the part ends.
    public var end: Int
    /// The value.
    public var value: SegmentValue
    /// The probability of the value.
    public var prob: Double?

    public init(start: Int, end: Int, value: SegmentValue, prob: Double? = nil) {
        self.start = start
        self.end = end
        self.value = value
        self.prob = prob
    }

    enum CodingKeys: String, CodingKey {
        case start
        case end
        case value
        case prob
    }
}
