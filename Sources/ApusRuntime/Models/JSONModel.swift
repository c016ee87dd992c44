/// A type whose `Codable` conformance comes from its JSON form: above all a generated type, which has nothing synthesised.
///
/// With coders other than this module's, it is coded by way of `JSONValue`, so that it looks the same as in JSON.
public protocol JSONModel: JSONCodable {}

extension JSONModel {
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }

    public init(from decoder: any Decoder) throws {
        self = try JSONValue(from: decoder).decode()
    }

    public func encode(to encoder: any Encoder) throws {
        try JSONValue(encoding: self).encode(to: encoder)
    }
}

extension JSONValue {
    /// The JSON form of a value.
    public init<Value: JSONCodable>(encoding value: Value) throws(JSONError) {
        self = try JSON.decode(from: JSON.encode(value))
    }

    /// The value whose JSON form this is.
    public func decode<Value: JSONCodable>(as type: Value.Type = Value.self) throws(JSONError) -> Value {
        try JSON.decode(type, from: JSON.encode(self))
    }
}
