/// The limits of a document. A document that exceeds one is refused with a diagnostic.
public struct Limits: Sendable {
    /// The maximum size of a file in bytes. At most 2 GiB, because positions have 32 bits.
    public var maximumBytes: Int
    /// The maximum depth of nested mappings and sequences.
    public var maximumDepth: Int
    /// The maximum number of nodes, counted as if every alias and merge key were expanded.
    public var maximumNodes: Int

    public init(maximumBytes: Int, maximumDepth: Int, maximumNodes: Int) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumNodes = maximumNodes
    }

    /// 64 MiB, a depth of 256 and 8 million nodes: a hundred times the needs of large published APIs.
    public static let `default` = Limits(
        maximumBytes: 64 << 20, maximumDepth: 256, maximumNodes: 8_000_000)
}
