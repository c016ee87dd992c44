import ApusRuntime
import Testing

func decoded<Value: JSONCodable>(
    _ type: Value.Type, _ text: String, options: JSONDecodingOptions = JSONDecodingOptions()
) throws -> Value {
    try JSON.decode(type, from: Array(text.utf8), options: options)
}

func encoded(_ value: some JSONCodable, options: JSONEncodingOptions = JSONEncodingOptions()) throws -> String {
    String(decoding: try JSON.encode(value, options: options), as: UTF8.self)
}

/// Decodes a text and expects that encoding returns the same text.
@discardableResult
func expectRoundTrip<Value: JSONCodable>(
    _ type: Value.Type, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Value {
    let value = try decoded(type, text)
    #expect(try encoded(value) == text, sourceLocation: sourceLocation)
    #expect(try decoded(type, encoded(value)) == value, sourceLocation: sourceLocation)
    return value
}

/// Expects decoding to fail with an error.
func expectError<Value: JSONCodable>(
    _ type: Value.Type, _ text: String, _ kind: JSONError.Kind, _ pointer: String, offset: Int? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    do {
        let value = try decoded(type, text)
        Issue.record("decoded: \(value)", sourceLocation: sourceLocation)
    } catch let error as JSONError {
        #expect(error.kind == kind, "\(error)", sourceLocation: sourceLocation)
        #expect(error.pointer == pointer, "\(error)", sourceLocation: sourceLocation)
        if let offset { #expect(error.offset == offset, "\(error)", sourceLocation: sourceLocation) }
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}
