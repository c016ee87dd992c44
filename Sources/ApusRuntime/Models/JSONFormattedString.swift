/// A type whose JSON form is a string of a certain format, such as a date.
public protocol JSONFormattedString: JSONScalar {
    /// Reads the string's content, escapes resolved. Nil if it does not have the format.
    init?(utf8: UnsafeBufferPointer<UInt8>)
    /// Appends the UTF-8 of the string's content.
    func append(to text: inout [UInt8])
    /// What an error says was expected, such as "a date (RFC 3339)".
    static var formatDescription: String { get }
}

extension JSONFormattedString {
    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let value: Self? = try reader.withStringUTF8 { Self(utf8: $0) }
        guard let value else {
            throw reader.invalidValue(at: offset, expected: Self.formatDescription, found: "another string")
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        var text: [UInt8] = []
        append(to: &text)
        text.withUnsafeBufferPointer { writer.writeString($0) }
    }
}
