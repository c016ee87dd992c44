/// What a document may cost. Whatever exceeds a limit is refused with a diagnostic.
public struct Limits: Sendable {
    /// The size of a file in bytes. Positions are 32 bits wide, so that 2 GiB is the most in any case.
    public var maximumBytes: Int
    /// How many mappings and sequences may be open at once.
    public var maximumDepth: Int
    /// How many nodes the document may have once every alias and merge key is written out.
    public var maximumNodes: Int

    public init(maximumBytes: Int, maximumDepth: Int, maximumNodes: Int) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumNodes = maximumNodes
    }

    /// 64 MiB, a depth of 256 and 8 million nodes: a hundred times what large published APIs need.
    public static let `default` = Limits(
        maximumBytes: 64 << 20, maximumDepth: 256, maximumNodes: 8_000_000)
}
