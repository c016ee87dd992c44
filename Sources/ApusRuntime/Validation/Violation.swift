/// One rule that a value breaks.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Where the value is in the instance, as a JSON Pointer (RFC 6901).
    public var pointer: String
    /// The JSON Schema keyword, such as `minimum`.
    public var keyword: String
    /// Where the keyword is in the schema, as a JSON Pointer.
    public var schemaPointer: String
    /// What is wrong, for people to read.
    public var message: String
    /// A short rendering of the value.
    public var value: String

    public init(pointer: String, keyword: String, schemaPointer: String, message: String, value: String) {
        self.pointer = pointer
        self.keyword = keyword
        self.schemaPointer = schemaPointer
        self.message = message
        self.value = value
    }

    public var description: String {
        "\(pointer.isEmpty ? "/" : pointer): \(message) (\(keyword))"
    }
}
