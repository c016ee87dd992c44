/// A type that is read and written as one JSON value by code of its own rather than by a table.
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

/// A type whose JSON form is a string of a certain format, such as a date.
public protocol JSONStringConvertible: JSONScalar {
    /// Reads the string's content: UTF-8, escapes resolved. Nil if it does not have the format.
    init?(jsonString utf8: UnsafeBufferPointer<UInt8>)
    /// The string's content.
    var jsonString: String { get }
    /// What an error says was expected, such as "a date (RFC 3339)".
    static var jsonStringFormat: String { get }
}

extension JSONStringConvertible {
    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let value: Self? = unsafe try reader.withStringUTF8 { unsafe Self(jsonString: $0) }
        guard let value else {
            throw JSONError(.invalidValue, at: offset, expected: Self.jsonStringFormat, found: "another string")
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        writer.write(jsonString)
    }
}
