// The JSON forms of types with a format: a number for `Decimal`, and a string for all others.

extension DateTime: JSONStringConvertible {
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) { unsafe self.init(utf8: utf8) }
    public var jsonString: String { description }
    public static var jsonStringFormat: String { "a date and time (RFC 3339)" }

    // Same as the default implementation, but without generic code.
    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        guard let value = unsafe DateTime(utf8: try reader.readStringContent().bytes) else {
            throw reader.invalidValue(at: offset, expected: Self.jsonStringFormat, found: "a string in another format")
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) {
        unsafe writer.writeASCII(atMost: DigitWriter.capacity) { text in
            var digits = unsafe DigitWriter(text)
            write(to: &digits)
            return digits.count
        }
    }
}

extension CalendarDate: JSONStringConvertible {
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) { unsafe self.init(utf8: utf8) }
    public var jsonString: String { description }
    public static var jsonStringFormat: String { "a date (RFC 3339)" }
}

extension Base64Data: JSONStringConvertible {
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) { unsafe self.init(utf8: utf8) }
    public var jsonString: String { description }
    public static var jsonStringFormat: String { "bytes in Base64 (RFC 4648)" }
}

extension UUID: JSONStringConvertible {
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) { unsafe self.init(utf8: utf8) }
    public var jsonString: String { lowercaseText }
    public static var jsonStringFormat: String { "a UUID (RFC 9562)" }

    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        guard let value = unsafe UUID(utf8: try reader.readStringContent().bytes) else {
            throw reader.invalidValue(at: offset, expected: Self.jsonStringFormat, found: "a string in another format")
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) {
        unsafe writer.writeASCII(atMost: 36) { text in
            unsafe write(to: text)
            return 36
        }
    }
}

extension URL: JSONStringConvertible {
    /// Refuses text that would be encoded differently than it was decoded.
    public init?(jsonString utf8: UnsafeBufferPointer<UInt8>) {
        let text = unsafe String(decoding: utf8, as: UTF8.self)
        self.init(string: text)
        guard absoluteString == text else { return nil }
    }

    public var jsonString: String { absoluteString }
    public static var jsonStringFormat: String { "a URI (RFC 3986)" }
}

extension Decimal: JSONScalar {
    /// Refuses a number with more digits than `Decimal` holds instead of rounding it.
    public init(json reader: inout JSONReader) throws(JSONError) {
        let offset = reader.offsetOfNextValue
        let text = try reader.readNumberText()
        guard let value = Decimal(string: text),
            JSONDecimal(unchecked: text) == JSONDecimal(unchecked: value.description)
        else {
            throw JSONError(.invalidValue, at: offset, expected: "a decimal number of at most 38 digits", found: text)
        }
        self = value
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        guard isFinite else { return try writer.writeNotFinite(description) }
        writer.write(numberText: description)
    }
}

extension JSONStringConvertible {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var text = try container.decode(String.self)
        guard let value = text.withUTF8({ unsafe Self(jsonString: $0) }) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\(text) is not \(Self.jsonStringFormat)")
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(jsonString)
    }
}
