/// The path and the bytes of an input file.
public final class SourceFile: Sendable {
    /// The path as the user wrote it. Diagnostics show it.
    public let path: String
    public let bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
