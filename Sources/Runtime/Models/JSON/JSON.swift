/// Decodes values from JSON text and encodes values as JSON text.
public enum JSON {
    /// Decodes a value from JSON text (RFC 8259, UTF-8).
    ///
    /// ```swift
    /// let pet: Pet = try JSON.decode(from: bytes)
    /// let value = try JSON.decode(JSONValue.self, from: bytes)
    /// ```
    ///
    /// - Throws: `JSONError` with the JSON Pointer and byte offset of the first problem.
    public static func decode<Value: JSONCodable>(
        _ type: Value.Type = Value.self, from bytes: [UInt8], options: JSONDecodingOptions = JSONDecodingOptions()
    ) throws(JSONError) -> Value {
        let text = try PaddedText(bytes, options: options)
        return try decode(type, from: text, options: options)
    }

    static func decode<Value: JSONCodable>(
        _ type: Value.Type, from text: borrowing PaddedText, options: JSONDecodingOptions
    ) throws(JSONError) -> Value {
        var reader = JSONReader(text, options: options)
        let value: Value = try reader.decode()
        try reader.finish()
        return value
    }

    /// Encodes a value as JSON text (RFC 8259, UTF-8).
    ///
    /// ```swift
    /// var options = JSONEncodingOptions()
    /// options.isPretty = true
    /// let bytes = try JSON.encode(pet, options: options)
    /// ```
    ///
    /// - Throws: `JSONError` with the JSON Pointer of the first number that is not finite.
    public static func encode<Value: JSONCodable>(
        _ value: Value, options: JSONEncodingOptions = JSONEncodingOptions()
    ) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter(options: options)
        try writer.encode(value)
        return writer.bytes
    }
}
