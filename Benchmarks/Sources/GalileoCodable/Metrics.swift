// Written by scripts/peers.py: do not edit.

/// Figures of a record. Values of scorers stand beside the built-in ones, under the scorers' names.
public nonisolated struct Metrics: Codable, Hashable, Sendable {
    /// How long the step took, in nanoseconds.
    public var durationNs: Int?

    public init(durationNs: Int? = nil) {
        self.durationNs = durationNs
    }

    enum CodingKeys: String, CodingKey {
        case durationNs = "duration_ns"
    }
}
