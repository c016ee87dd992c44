/// The limits of a received multipart body.
public struct MultipartLimits: Hashable, Sendable {
    /// The maximum number of parts.
    public var maximumParts: Int
    /// The maximum size of the header fields of one part, in bytes.
    public var maximumHeaderBytes: Int

    public init(maximumParts: Int = 1 << 16, maximumHeaderBytes: Int = 64 << 10) {
        self.maximumParts = maximumParts
        self.maximumHeaderBytes = maximumHeaderBytes
    }
}
