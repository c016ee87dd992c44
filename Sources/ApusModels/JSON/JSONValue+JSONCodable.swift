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
