/// The text of one value of a stream.
package struct JSONFrame {
    /// With the delimiter that follows, unless the stream ends here or it is a record separator.
    let bytes: ArraySlice<UInt8>
    /// Where in the stream it begins.
    let offset: Int
    let framing: JSONFraming
    let index: Int

    /// Whether it has only white space.
    func isBlank(except delimiters: Int = 0) -> Bool { bytes.dropLast(delimiters).allSatisfy(isJSONWhitespace) }

    package func decode<Value: JSONCodable>(_ type: Value.Type, options: JSONDecodingOptions) throws(JSONError) -> Value {
        do throws(JSONError) { return try decode(type, from: PaddedText(copying: bytes), options: options) } catch {
            throw error.moved(by: offset)
        }
    }

    /// That something else was expected at the beginning of the frame.
    func failure(expected: String) -> JSONError {
        func failure(_ text: borrowing PaddedText) -> JSONError {
            let reader = JSONReader(text, options: JSONDecodingOptions())
            return expected == "an array" ? reader.mismatch(expected: expected) : reader.failure(expected: expected)
        }
        return failure(PaddedText(copying: bytes.prefix(64))).moved(by: offset)
    }

    private func decode<Value: JSONCodable>(
        _ type: Value.Type, from text: borrowing PaddedText, options: JSONDecodingOptions
    ) throws(JSONError) -> Value {
        var reader = JSONReader(text, options: options)
        let value: Value = try decodeElement(from: &reader)
        try checkEnd(&reader)
        return value
    }

    private func decodeElement<Value: JSONCodable>(from reader: inout JSONReader) throws(JSONError) -> Value {
        do throws(JSONError) { return try reader.decode() } catch {
            var error = error
            if framing == .array { error.prepend(index) }
            throw error
        }
    }

    private func checkEnd(_ reader: inout JSONReader) throws(JSONError) {
        let end = reader.position
        reader.skipWhitespace()
        switch framing {
        case .array:
            let delimiter = unsafe reader.start[reader.position]
            guard delimiter == UInt8(ascii: ",") || delimiter == UInt8(ascii: "]"),
                reader.position == reader.count - 1
            else { throw reader.failure(expected: "`,` or `]`") }
        case .lines:
            try reader.finish()
        case .textSequence:
            try reader.finish()
            // RFC 7464 §2.4: a number or a literal without white space after it may have been cut off.
            let last = unsafe reader.start[end - 1]
            let isDelimited = last == UInt8(ascii: "}") || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"")
            guard isDelimited || end < reader.count else { throw reader.failure(expected: "a line feed (RFC 7464)") }
        }
    }
}
