import ApusByteText

extension JSONReader {
    /// Returns a syntax error at the next byte.
    @inline(never)
    func failure(expected: String) -> JSONError {
        JSONError(.syntax, at: position, expected: expected, found: found)
    }

    /// Returns an error for a next value of the wrong type, or a syntax error if the next bytes are not a JSON value.
    @inline(never)
    public func mismatch(expected: String) -> JSONError {
        JSONError(valueKind == nil ? .syntax : .mismatch, at: position, expected: expected, found: found)
    }

    /// Returns an error for a value at `offset` that has the right JSON type but is not valid.
    @inline(never)
    public func invalidValue(at offset: Int, expected: String, found: String) -> JSONError {
        JSONError(.invalidValue, at: offset, expected: expected, found: found)
    }

    /// A short description of the next value. It omits the content of strings because they may be secrets.
    private var found: String {
        if position >= count { return "the end of the text" }
        switch valueKind {
        case .null?: return "null"
        case .boolean?: return unsafe start[position] == UInt8(ascii: "t") ? "true" : "false"
        case .number?:
            var end = position
            while end < count, end - position < 40, unsafe Self.isInNumber(start[end]) { end += 1 }
            let text = unsafe UnsafeBufferPointer(start: start + position, count: end - position)
            return unsafe "the number " + String(decoding: text, as: UTF8.self)
        case .string?: return "a string"
        case .array?: return "an array"
        case .object?: return "an object"
        case nil: break
        }
        let byte = unsafe start[position]
        if byte > 0x20, byte < 0x7F { return "`\(Character(Unicode.Scalar(byte)))`" }
        return "the byte 0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    private static func isInNumber(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
        default: false
        }
    }

    enum ValueKind {
        case null, boolean, number, string, array, object

        /// Determines the JSON type of a value by its first bytes, or returns `nil` if they do not begin a value.
        init?(ofValueAt text: UnsafePointer<UInt8>) {
            let byte = unsafe text.pointee
            if byte == ASCII.quote {
                self = .string
            } else if byte == ASCII.leftBrace {
                self = .object
            } else if byte == ASCII.leftBracket {
                self = .array
            } else if byte &- ASCII.zero <= 9 || byte == ASCII.minus {
                self = .number
            } else {
                switch unsafe ByteWords.four(text) {
                case ByteWords.null: self = .null
                case ByteWords.true: self = .boolean
                case ByteWords.fals where unsafe text[4] == ASCII.e: self = .boolean
                default: return nil
                }
            }
        }
    }

    /// The JSON type of the next value. White space must have been skipped.
    var valueKind: ValueKind? {
        @inline(__always) get { unsafe ValueKind(ofValueAt: start + position) }
    }
}
