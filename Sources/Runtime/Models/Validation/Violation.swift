/// A violation of one keyword by one value.
///
/// ```swift
/// let violation = error.violations[0]
/// violation.pointer        // "/limit"
/// violation.keyword        // "maximum"
/// violation.schemaPointer  // "#/QueryRequest/properties/limit/maximum"
/// violation.message        // "must be at most 100"
/// violation.value          // "250"
/// ```
public struct Violation: Hashable, Sendable, CustomStringConvertible {
    /// The JSON Pointer (RFC 6901) from the validated value to the invalid value, empty for the root.
    ///
    /// A missing member has the pointer that it would have if it were present.
    public var pointer: String
    /// The violated JSON Schema keyword, such as `maxLength`.
    public var keyword: String
    /// The location of the keyword: `#/`, the name of the model, and a JSON Pointer into its constraints.
    public var schemaPointer: String
    /// The problem, such as "must be at least 1", or the description's own message (`x-apus-message`).
    public var message: String
    /// The value as shortened JSON, or `***` if it is secret (`format: password` or `writeOnly`).
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
