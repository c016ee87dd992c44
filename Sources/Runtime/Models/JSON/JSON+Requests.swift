/// What a server does with members that only responses have (`readOnly`), when a client sends them.
public enum ReadOnlyMembers: Hashable, Sendable {
    /// They are left out, and the request is read.
    case dropped
    /// The request is refused.
    case refused
}

extension JSON {
    /// Decodes the body of a request as a server receives it.
    package static func decodeRequest<Value: JSONCodable>(
        _ type: Value.Type = Value.self, from bytes: [UInt8], readOnly: ReadOnlyMembers,
        options: JSONDecodingOptions = JSONDecodingOptions()
    ) throws(JSONError) -> Value {
        let text = try PaddedText(bytes, options: options)
        var reader = JSONReader(text, options: options)
        reader.skipsOtherDirection = true
        reader.refusesOtherDirection = readOnly == .refused
        let value: Value = try reader.decode()
        try reader.finish()
        return value
    }
}
