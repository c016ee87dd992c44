/// The JSON value `null`.
public struct JSONNull: Hashable, Sendable {
    public init() {}
}

extension JSONNull: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) {
        guard reader.readNull() else { throw reader.mismatch(expected: "null") }
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) { writer.writeNull() }

    public static var _acceptsNull: Bool { true }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard container.decodeNil() else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected null")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encodeNil()
    }
}

/// A type without values, used where the description forbids all values (the schema `false`).
public enum JSONNever: Hashable, Sendable {}

extension JSONNever: JSONScalar {
    public init(json reader: inout JSONReader) throws(JSONError) {
        throw reader.invalidValue(at: reader.offsetOfNextValue, expected: "no value", found: "one")
    }

    public func write(json writer: inout JSONWriter) throws(JSONError) {}

    public init(from decoder: any Decoder) throws {
        throw DecodingError.dataCorrupted(
            DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "no value is allowed here"))
    }

    public func encode(to encoder: any Encoder) throws {}
}
