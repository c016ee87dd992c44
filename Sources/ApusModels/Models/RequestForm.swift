extension JSON {
    /// Makes what is sent of what was received: the same members, without those that only the server sets.
    ///
    /// Called by generated code, where a schema has a type for each direction.
    ///
    /// - Parameter members: The members that must be sent and are not received, by name.
    /// - Throws: `JSONError` if a member is missing that must be sent, or has a value that cannot be.
    public static func requestForm<Received: JSONCodable, Request: JSONCodable>(
        of received: Received, adding members: KeyValuePairs<String, any JSONCodable> = [:]
    ) throws(JSONError) -> Request {
        var bytes = try encode(received)
        for (name, value) in members where bytes.last == UInt8(ascii: "}") {
            bytes.removeLast()
            if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
            bytes += try object(of: value, named: name).dropFirst()
        }
        var options = JSONDecodingOptions()
        // A server may have sent what it should not have.
        options.duplicateMembers = .lastWins
        let text = try PaddedText(bytes, options: options)
        var reader = JSONReader(text, options: options)
        reader.skipsOtherDirection = true
        let request: Request = try reader.decode()
        try reader.finish()
        return request
    }

    private static func object<Value: JSONCodable>(of value: Value, named name: String) throws(JSONError) -> [UInt8] {
        try encode([name: value])
    }
}
