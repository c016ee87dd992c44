import ApusByteText

extension JSONReader {
    public mutating func readString() throws(JSONError) -> String {
        skipWhitespace()
        guard unsafe start[position] == ASCII.quote else { throw mismatch(expected: "a string") }
        return try readStringBytes().string
    }

    /// Reads the next string without creating a `String`.
    mutating func readStringContent() throws(JSONError) -> StringContent {
        skipWhitespace()
        guard unsafe start[position] == ASCII.quote else { throw mismatch(expected: "a string") }
        return try readStringBytes()
    }

    /// Calls `body` with the UTF-8 content of the next string, with escapes resolved.
    public mutating func withStringUTF8<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) throws(JSONError) -> Result {
        unsafe body(try readStringContent().bytes)
    }

    /// Reads the string whose opening quote is next.
    ///
    /// - Returns: Valid UTF-8 in the text or in `unescaped`, usable until the next string is read.
    mutating func readStringBytes() throws(JSONError) -> StringContent {
        position &+= 1
        let first = unsafe start + position
        let isASCII = try skipPlainBytes()
        guard unsafe start[position] == ASCII.quote else {
            return unsafe try readEscapedStringBytes(from: first, isASCII: isASCII)
        }
        position &+= 1
        return unsafe StringContent(
            bytes: UnsafeBufferPointer(start: first, count: start + position - first - 1), isASCII: isASCII)
    }

    /// Advances to the next quote, backslash, or control character and checks the UTF-8 of the bytes before it.
    ///
    /// - Returns: Whether these bytes are ASCII.
    @_transparent
    private mutating func skipPlainBytes() throws(JSONError) -> Bool {
        var union: UInt64 = 0
        let end = unsafe ByteWords.nextSpecial(start + position, joining: &union)
        if union & ByteWords.highBits != 0 {
            if let invalid = unsafe firstInvalidUTF8(start + position, end) {
                throw unsafe invalidUTF8(at: invalid - start)
            }
            position = unsafe end - start
            return false
        }
        position = unsafe end - start
        return true
    }

    /// Reads the rest of a string after the first special byte, which may begin an escape or be invalid.
    @inline(never)
    private mutating func readEscapedStringBytes(
        from first: UnsafePointer<UInt8>, isASCII: Bool
    ) throws(JSONError) -> StringContent {
        unescaped.removeAll()
        unsafe unescaped.append(first, count: start + position - first)
        var isASCII = isASCII
        while unsafe start[position] != ASCII.quote {
            guard unsafe start[position] == ASCII.backslash else { throw failure(expected: "a character of a string") }
            position &+= 1
            let isEscapeASCII = try readEscape()
            let run = position
            let isRunASCII = try skipPlainBytes()
            unsafe unescaped.append(start + run, count: position &- run)
            isASCII = isASCII && isEscapeASCII && isRunASCII
        }
        position &+= 1
        return unsafe StringContent(bytes: unescaped.bytes, isASCII: isASCII)
    }

    /// Reads an escape sequence after its backslash (RFC 8259 §7).
    ///
    /// - Returns: Whether it denotes an ASCII character.
    private mutating func readEscape() throws(JSONError) -> Bool {
        let byte = unsafe start[position]
        if byte == ASCII.quote || byte == ASCII.backslash || byte == ASCII.slash {
            unescaped.append(byte)
        } else if byte == ASCII.n {
            unescaped.append(0x0A)
        } else if byte == ASCII.u {
            position &+= 1
            let scalar = try readUnicodeEscape()
            unescaped.append(scalar)
            return scalar.isASCII
        } else {
            switch byte {
            case UInt8(ascii: "b"): unescaped.append(0x08)
            case UInt8(ascii: "f"): unescaped.append(0x0C)
            case UInt8(ascii: "r"): unescaped.append(0x0D)
            case UInt8(ascii: "t"): unescaped.append(0x09)
            default: throw failure(expected: "an escape sequence")
            }
        }
        position &+= 1
        return true
    }

    private mutating func readUnicodeEscape() throws(JSONError) -> Unicode.Scalar {
        let offset = position - 2
        let unit = try readFourHexDigits()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        // A high surrogate must be followed by a low surrogate.
        guard unit < 0xDC00, unsafe start[position] == ASCII.backslash, unsafe start[position + 1] == ASCII.u else {
            throw loneSurrogate(at: offset)
        }
        position &+= 2
        let low = try readFourHexDigits()
        guard low >= 0xDC00, low < 0xE000 else { throw loneSurrogate(at: offset) }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))!
    }

    private mutating func readFourHexDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = unsafe start[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: throw failure(expected: "a hexadecimal digit")
            }
            position &+= 1
        }
        return value
    }

    private func loneSurrogate(at offset: Int) -> JSONError {
        JSONError(.syntax, at: offset, expected: "a character", found: "half of a surrogate pair")
    }

    @inline(never)
    private func invalidUTF8(at offset: Int) -> JSONError {
        JSONError(.syntax, at: offset, expected: "UTF-8", found: "other bytes")
    }
}
