/// The bytes of one input file and the path by which diagnostics name it.
public final class SourceFile: Sendable {
    /// The file as the user named it.
    public let path: String
    /// The content, as it was read.
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
