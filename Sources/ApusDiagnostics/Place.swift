/// A range of bytes in a source file, with the line and column that a person looks for.
public struct Place: Hashable, Sendable {
    /// The file as the user named it, relative to where the tool runs when it can be.
    public var file: String
    /// The line, counted from 1.
    public var line: Int
    /// The column in Unicode code points, counted from 1.
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
