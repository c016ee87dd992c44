/// One rule that a value breaks.
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// Where the value is, as a JSON Pointer (RFC 6901) from the validated value's root; empty for the root.
    /// For a member that is missing it is where that member would be.
    public var pointer: String
    /// The JSON Schema keyword that refuses the value, such as `maxLength`.
    public var keyword: String
    /// Where the keyword is: `#/`, the model's name, and a JSON Pointer into its constraints.
    public var schemaPointer: String
    /// What is wrong, such as "must be at least 1"; the description's own words if it has some (`x-apus-message`).
    public var message: String
    /// The value as JSON, shortened; `***` if it is secret (`format: password` or `writeOnly`).
    public var value: String

    public init(pointer: String, keyword: String, schemaPointer: String, message: String, value: String) {
        self.pointer = pointer
        self.keyword = keyword
        self.schemaPointer = schemaPointer
        self.message = message
        self.value = value
    }

    public var description: String { "\(pointer.isEmpty ? "the value" : pointer): \(message) (\(value))" }
}
