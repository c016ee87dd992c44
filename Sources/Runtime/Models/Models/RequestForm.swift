extension JSON {
    /// Converts a received value to the type that is sent, without the members that only the server sets.
    ///
    /// Generated code calls it where a schema has a type for each direction.
    ///
    /// - Parameter members: The required members of the request that are not received, by name.
    /// - Throws: `JSONError` if a required member is missing or a member has a value that cannot be sent.
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
        // The response may contain a member that only requests should have.
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
