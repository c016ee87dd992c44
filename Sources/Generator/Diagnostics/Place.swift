/// A range of bytes in a source file, with its line and column.
public struct Place: Hashable, Sendable {
    /// The file's path as the user wrote it, relative to the working folder where possible.
    public var file: String
    /// The line, starting at 1.
    public var line: Int
    /// The column in Unicode code points, starting at 1.
    public var column: Int
    /// The offset of the first byte.
    public var offset: Int
    /// The number of bytes.
    public var length: Int

    public init(file: String, line: Int, column: Int, offset: Int, length: Int) {
        self.file = file
        self.line = line
        self.column = column
        self.offset = offset
        self.length = length
    }
}
