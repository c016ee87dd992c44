/// The text of one value in a stream.
package struct JSONFrame {
    /// The text and its delimiter. The end of the stream and a record separator do not count as a delimiter.
    let bytes: ArraySlice<UInt8>
    /// The position of the frame in the stream, in bytes.
    let offset: Int
    let framing: JSONFraming
    let index: Int

    /// Returns whether the frame holds only white space.
    func isBlank(except delimiters: Int = 0) -> Bool { bytes.dropLast(delimiters).allSatisfy(isJSONWhitespace) }

    package func decode<Value: JSONCodable>(_ type: Value.Type, options: JSONDecodingOptions) throws(JSONError) -> Value
    {
        do throws(JSONError) { return try decode(type, from: PaddedText(copying: bytes), options: options) } catch {
            throw error.moved(by: offset)
        }
    }

    /// Returns an error at the beginning of the frame.
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
            // A number or literal may be truncated unless white space follows it (RFC 7464 §2.4).
            let last = unsafe reader.start[end - 1]
            let isDelimited = last == UInt8(ascii: "}") || last == UInt8(ascii: "]") || last == UInt8(ascii: "\"")
            guard isDelimited || end < reader.count else { throw reader.failure(expected: "a line feed (RFC 7464)") }
        }
    }
}
