/// Creates default values that have no Swift literal, such as dates.
public enum DefaultValue {
    /// Decodes a value from JSON text that the generator has checked.
    public static func json<Value: JSONCodable>(_ text: StaticString) -> Value {
        let padded = unsafe PaddedText(
            copying: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
        var reader = JSONReader(padded, options: JSONDecodingOptions())
        do { return try reader.decode() } catch {
            preconditionFailure("the default \(text) is not a \(Value.self): \(error)")
        }
    }
}
