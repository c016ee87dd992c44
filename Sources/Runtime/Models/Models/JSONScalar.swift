/// A type that reads and writes a single JSON value with its own code.
///
/// ```swift
/// struct Percentage: JSONScalar {
///     var value: Double
///
///     init(json reader: inout JSONReader) throws(JSONError) { value = try reader.readDouble() }
///     func write(json writer: inout JSONWriter) throws(JSONError) { try writer.write(value) }
/// }
/// ```
public protocol JSONScalar: JSONCodable {
    init(json reader: inout JSONReader) throws(JSONError)
    func write(json writer: inout JSONWriter) throws(JSONError)
}

extension JSONScalar {
    public static func _decode(
        into memory: UnsafeMutableRawPointer, from reader: inout JSONReader
    ) throws(JSONError) {
        unsafe memory.initializeMemory(as: Self.self, to: try Self(json: &reader))
    }

    public static func _encode(_ memory: UnsafeRawPointer, to writer: inout JSONWriter) throws(JSONError) {
        unsafe try memory.assumingMemoryBound(to: Self.self).pointee.write(json: &writer)
    }
}

/// A type whose JSON form is a string with a format, such as a date.
public protocol JSONStringConvertible: JSONScalar {
    /// Parses the content of a JSON string as UTF-8 without escapes. Returns `nil` if it does not have the format.
    init?(jsonString utf8: UnsafeBufferPointer<UInt8>)
    /// The content of the JSON string.
    var jsonString: String { get }
    /// The expected format in error messages, such as "a date (RFC 3339)".
    static var jsonStringFormat: String { get }
}

extension JSONStringConvertible {
    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let value: Self? = unsafe try reader.withStringUTF8 { unsafe Self(jsonString: $0) }
        guard let value else {
            throw JSONError(
                .invalidValue, at: offset, expected: Self.jsonStringFormat, found: "a string in another format")
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        writer.write(jsonString)
    }
}
