extension JSONReader {
    public mutating func readString() throws(JSONError) -> String {
        skipWhitespace()
        guard start[position] == UInt8(ascii: "\"") else { throw mismatch(expected: "a string") }
        return try readStringBytes().string
    }

    /// Reads the next string, without making a `String` of it.
    mutating func readStringContent() throws(JSONError) -> StringContent {
        skipWhitespace()
        guard start[position] == UInt8(ascii: "\"") else { throw mismatch(expected: "a string") }
        return try readStringBytes()
    }

    /// Calls the body with the content of the next string: UTF-8, escapes resolved.
    public mutating func withStringUTF8<Result>(
        _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) throws(JSONError) -> Result {
        body(try readStringContent().bytes)
    }

    /// Reads the string whose opening quote is next.
    ///
    /// - Returns: its valid UTF-8, in the text or in `unescaped`, so good until the next string is read.
    mutating func readStringBytes() throws(JSONError) -> StringContent {
        let opening = position
        var end = position &+ 1
        var union: UInt64 = 0
        while true {
            let word = UnsafeRawPointer(start + end).loadUnaligned(as: UInt64.self)
            let hits = Self.specialBytes(word)
            if hits == 0 {
                union |= word
                end &+= 8
            } else {
                // Only the bytes before the hit belong to the string; the hit's own byte is ASCII.
                let bits = UInt64(truncatingIfNeeded: hits.trailingZeroBitCount)
                union |= UInt64(littleEndian: word) & (1 &<< bits &- 1)
                end &+= hits.trailingZeroBitCount &>> 3
                break
            }
        }
        guard start[end] == UInt8(ascii: "\"") else { return try readEscapedStringBytes() }
        let bytes = UnsafeBufferPointer(start: start + opening + 1, count: end &- opening &- 1)
        let isASCII = union & 0x8080_8080_8080_8080 == 0
        if !isASCII, let invalid = firstInvalidUTF8(bytes) { throw invalidUTF8(at: opening + 1 + invalid) }
        position = end &+ 1
        return StringContent(bytes: bytes, isASCII: isASCII)
    }

    /// A word with the high bit set in the lowest byte that is a quote, a backslash or a control character. Only the
    /// lowest hit is exact.
    @inline(__always)
    static func specialBytes(_ word: UInt64) -> UInt64 {
        let word = UInt64(littleEndian: word)
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = word ^ 0x2222_2222_2222_2222
        let backslashes = word ^ 0x5C5C_5C5C_5C5C_5C5C
        return ((quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
            | (word &- 0x2020_2020_2020_2020) & ~word) & 0x8080_8080_8080_8080
    }

    @inline(never)
    private mutating func readEscapedStringBytes() throws(JSONError) -> StringContent {
        position &+= 1
        unescaped.removeAll()
        while true {
            let runStart = position
            while true {
                let hits = Self.specialBytes(UnsafeRawPointer(start + position).loadUnaligned(as: UInt64.self))
                if hits == 0 {
                    position &+= 8
                } else {
                    position &+= hits.trailingZeroBitCount &>> 3
                    break
                }
            }
            let run = UnsafeBufferPointer(start: start + runStart, count: position - runStart)
            if let invalid = firstInvalidUTF8(run) { throw invalidUTF8(at: runStart + invalid) }
            if run.count > 0 { unescaped.append(start + runStart, count: run.count) }
            switch start[position] {
            case UInt8(ascii: "\""):
                position &+= 1
                return StringContent(bytes: unescaped.bytes, isASCII: unescaped.isASCII)
            case UInt8(ascii: "\\"):
                position &+= 1
                try readEscape()
            default:
                throw failure(expected: "a character of a string")
            }
        }
    }

    /// RFC 8259 §7; the backslash has been read.
    private mutating func readEscape() throws(JSONError) {
        let byte = start[position]
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(byte)
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            position &+= 1
            return try readUnicodeEscape()
        default: throw failure(expected: "an escape sequence")
        }
        position &+= 1
    }

    private mutating func readUnicodeEscape() throws(JSONError) {
        let offset = position - 2
        let unit = try readFourHexDigits()
        if let scalar = Unicode.Scalar(unit) { return unescaped.append(scalar) }
        // A surrogate: it must be a high one, and a low one must follow.
        guard unit < 0xDC00, start[position] == UInt8(ascii: "\\"), start[position + 1] == UInt8(ascii: "u") else {
            throw loneSurrogate(at: offset)
        }
        position &+= 2
        let low = try readFourHexDigits()
        guard low >= 0xDC00, low < 0xE000 else { throw loneSurrogate(at: offset) }
        unescaped.append(Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))!)
    }

    private mutating func readFourHexDigits() throws(JSONError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = start[position]
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
