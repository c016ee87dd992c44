/// How much of a multipart body is taken.
public struct MultipartLimits: Hashable, Sendable {
    /// How many parts a body may have.
    public var maximumParts: Int
    /// How many bytes the header fields of a part may have together.
    public var maximumHeaderBytes: Int

    public init(maximumParts: Int = 1 << 16, maximumHeaderBytes: Int = 64 << 10) {
        self.maximumParts = maximumParts
        self.maximumHeaderBytes = maximumHeaderBytes
    }
}
