// Written by scripts/peers.py: do not edit.

/// An expression that is a single filter.
public nonisolated struct FilterLeaf: Codable, Hashable, Sendable {
    /// The filter.
    public var filter: RawFilter

    public init(filter: RawFilter) {
        self.filter = filter
    }

    enum CodingKeys: String, CodingKey {
        case filter
    }
}
