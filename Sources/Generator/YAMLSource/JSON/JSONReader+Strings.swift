import ApusByteText

extension JSONReader {
    /// Reads a string, either a key or a value, starting at its opening quote.
    mutating func readString(into builder: inout TreeBuilder) throws(JSONFailure) {
        let start = offset
        offset += 1
        let first = offset
        skipPlainText()
        if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
            let text = UnsafeRawBufferPointer(rebasing: bytes[first..<offset])
            offset += 1
            guard add(text, from: start, into: &builder) else { throw .refused }
            return
        }
        unescaped.removeAll(keepingCapacity: true)
        unescaped.append(contentsOf: bytes[first..<offset])
        while true {
            guard offset < bytes.count else {
                throw .syntax(
                    JSONProblem(message: "a string is not closed", offset: start, help: "add the closing quote"))
            }
            switch bytes[offset] {
            case UInt8(ascii: "\""):
                offset += 1
                guard unescaped.withUnsafeBytes({ add($0, from: start, into: &builder) }) else { throw .refused }
                return
            case UInt8(ascii: "\\"):
                try readEscape()
            case 0..<0x20:
                throw problem(
                    "a control character is not allowed in a string",
                    help: "write it as an escape, such as `\\n` or `\\t`")
            case 0x80...:
                try readMultibyte()
            default:
                let first = offset
                skipPlainText()
                unescaped.append(contentsOf: bytes[first..<offset])
            }
        }
    }

    private func add(
        _ text: UnsafeRawBufferPointer, from start: Int, into builder: inout TreeBuilder
    ) -> Bool {
        builder.add(TreeBuilder.Scalar(kind: .string, start: UInt32(start), end: UInt32(offset)), text)
    }

    /// Skips ASCII text up to a quote, a backslash, a control character or a non-ASCII byte.
    private mutating func skipPlainText() {
        // Tests eight bytes at a time: "Determine if a word has a byte equal to / less than n", Bit Twiddling Hacks.
        let ones: UInt64 = 0x0101_0101_0101_0101
        let tops: UInt64 = 0x8080_8080_8080_8080
        while offset &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let quotes = word ^ (ones &* 0x22)
            let backslashes = word ^ (ones &* 0x5C)
            let stops =
                ((quotes &- ones) & ~quotes) | ((backslashes &- ones) & ~backslashes)
                | ((word &- (ones &* 0x20)) & ~word) | word
            if stops & tops != 0 { break }
            offset &+= 8
        }
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { return }
            offset &+= 1
        }
    }

    private mutating func readEscape() throws(JSONFailure) {
        guard offset + 1 < bytes.count else { throw problem("the string ends inside an escape") }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(bytes[offset + 1])
        case UInt8(ascii: "b"): unescaped.append(0x08)
        case UInt8(ascii: "f"): unescaped.append(0x0C)
        case UInt8(ascii: "n"): unescaped.append(0x0A)
        case UInt8(ascii: "r"): unescaped.append(0x0D)
        case UInt8(ascii: "t"): unescaped.append(0x09)
        case UInt8(ascii: "u"):
            try readUnicodeEscape()
            return
        default:
            throw escapeProblem("this escape is not known", length: 2)
        }
        offset += 2
    }

    /// Reads `\uXXXX`, or a surrogate pair of two such escapes (RFC 8259, section 7).
    private mutating func readUnicodeEscape() throws(JSONFailure) {
        guard var code = codeUnit(at: offset) else {
            throw escapeProblem("`\\u` needs four hexadecimal digits", length: 2)
        }
        var length = 6
        if code & 0xFC00 == 0xD800, let low = codeUnit(at: offset + 6), low & 0xFC00 == 0xDC00 {
            code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF
            length = 12
        }
        guard let scalar = Unicode.Scalar(code) else {
            throw escapeProblem("half of a surrogate pair is not a character", length: 6)
        }
        unescaped.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        offset += length
    }

    private func codeUnit(at start: Int) -> UInt32? {
        guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
        else { return nil }
        var code: UInt32 = 0
        for byte in bytes[start + 2..<start + 6] {
            guard let digit = byte.hexadecimalValue else { return nil }
            code = code << 4 | UInt32(digit)
        }
        return code
    }

    private func escapeProblem(_ message: String, length: Int) -> JSONFailure {
        .syntax(JSONProblem(code: .invalidEscape, message: message, offset: offset, length: length))
    }

    /// Reads a UTF-8 sequence of two to four bytes (RFC 3629, section 4).
    private mutating func readMultibyte() throws(JSONFailure) {
        let lead = bytes[offset]
        let (length, second): (Int, ClosedRange<UInt8>) =
            switch lead {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            default: (1, 0x80...0xBF)
            }
        guard length > 1, offset + length <= bytes.count, second.contains(bytes[offset + 1]),
            bytes[offset + 2..<offset + length].allSatisfy({ $0 & 0xC0 == 0x80 })
        else {
            throw .syntax(
                JSONProblem(
                    code: .notUTF8, message: "the file is not UTF-8", offset: offset, help: "save the file as UTF-8"))
        }
        unescaped.append(contentsOf: bytes[offset..<offset + length])
        offset += length
    }
}
