import ApusByteText

/// Resolves plain scalars by the core schema (YAML 1.2.2, section 10.3.2).
enum CoreSchema {
    static func kind(of bytes: UnsafeRawBufferPointer) -> Node.Kind {
        guard let first = bytes.first else { return .null }
        // Most scalars begin with a letter that can only start a string.
        switch first {
        case UInt8(ascii: "~"):
            return bytes.count == 1 ? .null : .string
        case UInt8(ascii: "n"), UInt8(ascii: "N"):
            return isWord("null", bytes) ? .null : .string
        case UInt8(ascii: "t"), UInt8(ascii: "T"):
            return isWord("true", bytes) ? .boolean : .string
        case UInt8(ascii: "f"), UInt8(ascii: "F"):
            return isWord("false", bytes) ? .boolean : .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            if isInteger(bytes) { return .integer }
            return isNumber(bytes) ? .number : .string
        default:
            return .string
        }
    }

    /// Whether the bytes are a word in lower case, capitalized or in upper case: `null`, `Null` or `NULL`, but not
    /// `nUll`.
    private static func isWord(_ word: StaticString, _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count == word.utf8CodeUnitCount else { return false }
        let lower = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        let rest = zip(bytes, lower).dropFirst()
        return bytes[0] | 0x20 == lower[0]
            && (rest.allSatisfy { $0 == $1 } || bytes[0] != lower[0] && rest.allSatisfy { $0 == $1 & ~0x20 })
    }

    /// Matches `[-+]?[0-9]+`, `0o[0-7]+` or `0x[0-9a-fA-F]+`.
    private static func isInteger(_ bytes: UnsafeRawBufferPointer) -> Bool {
        if bytes.count > 2, bytes[0] == UInt8(ascii: "0") {
            if bytes[1] == UInt8(ascii: "o") { return bytes.dropFirst(2).allSatisfy { $0 >= 0x30 && $0 <= 0x37 } }
            if bytes[1] == UInt8(ascii: "x") { return bytes.dropFirst(2).allSatisfy { $0.hexadecimalValue != nil } }
        }
        let digits = bytes.dropFirst(isSign(bytes[0]) ? 1 : 0)
        return !digits.isEmpty && digits.allSatisfy(\.isASCIIDigit)
    }

    /// Matches `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`, `[-+]?\.inf` or `\.nan`.
    private static func isNumber(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var rest = bytes[...]
        let hasSign = isSign(bytes[0])
        if hasSign { rest = rest.dropFirst() }
        if rest.count == 4, rest.first == UInt8(ascii: ".") {
            let word = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
            if isWord("inf", word) || (!hasSign && isNaN(word)) { return true }
        }
        let whole = rest.prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(whole.count)
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            let fraction = rest.prefix(while: \.isASCIIDigit)
            rest = rest.dropFirst(fraction.count)
            if whole.isEmpty && fraction.isEmpty { return false }
        } else if whole.isEmpty {
            return false
        }
        guard let exponent = rest.first else { return true }
        guard exponent | 0x20 == UInt8(ascii: "e") else { return false }
        rest = rest.dropFirst()
        if let sign = rest.first, isSign(sign) { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(\.isASCIIDigit)
    }

    /// Matches `nan`, `NaN` and `NAN`.
    private static func isNaN(_ word: UnsafeRawBufferPointer) -> Bool {
        word.elementsEqual("nan".utf8) || word.elementsEqual("NaN".utf8) || word.elementsEqual("NAN".utf8)
    }

    private static func isSign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") }
}
