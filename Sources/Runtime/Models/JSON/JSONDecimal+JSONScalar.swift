import ApusByteText

extension JSONDecimal: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) { self.init(unchecked: try reader.readNumberText()) }

    public func write(json writer: inout JSONWriter) throws(JSONError) {
        // JSON numbers end with a digit. `inf` and `nan` do not.
        guard let last = text.utf8.last, last &- ASCII.zero <= 9 else { return try writer.writeNotFinite(text) }
        writer.append(raw: text)
    }

    public init(from decoder: any Decoder) throws {
        switch try JSONValue(from: decoder) {
        case .integer(let value): self.init(value)
        case .number(let value): self.init(value)
        case .decimal(let value): self = value
        case .null, .bool, .string, .array, .object:
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "expected a number"))
        }
    }

    public func encode(to encoder: any Encoder) throws { try JSONValue.decimal(self).encode(to: encoder) }
}

extension JSONDecimal: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(integerLiteral value: Int) { self.init(value) }
    public init(floatLiteral value: Double) { self.init(value) }
}
