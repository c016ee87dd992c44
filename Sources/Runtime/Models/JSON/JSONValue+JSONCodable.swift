extension JSONValue {
    /// Creates the JSON value that a model encodes to.
    ///
    /// - Throws: `JSONError` if the value has a number that is not finite.
    public init<Value: JSONCodable>(encoding value: Value) throws(JSONError) {
        self = try JSON.decode(from: JSON.encode(value))
    }

    /// Decodes a model from this JSON value.
    ///
    /// - Throws: `JSONError` with the JSON Pointer of the first problem.
    public func decode<Value: JSONCodable>(as type: Value.Type = Value.self) throws(JSONError) -> Value {
        try JSON.decode(type, from: JSON.encode(self))
    }
}
