import ApusByteText

extension Type {
    /// Whether the runtime reads a JSON string as a value of this type, which is a string with a format.
    public func isSpelled(by text: String) -> Bool {
        let utf8 = Array(text.utf8)
        switch self {
        case .string: return true
        case .dateTime: return parseTimestamp(text) != nil
        case .date: return utf8.count == 10 && parseTimestamp(text + "T00:00:00Z") != nil
        case .uuid:
            let hyphens: Set = [8, 13, 18, 23]
            return utf8.count == 36
                && utf8.indices.allSatisfy { index in
                    hyphens.contains(index) ? utf8[index] == UInt8(ascii: "-") : utf8[index].isASCIIHexadecimalDigit
                }
        // Accepts only texts that are certainly URLs. Other texts may be URLs, too.
        case .url:
            return !utf8.isEmpty
                && utf8.allSatisfy { $0.isASCIILetterOrDigit || "-._~:/?#@!$&'()*+,;=".utf8.contains($0) }
        case .base64:
            let padding = utf8.reversed().prefix { $0 == UInt8(ascii: "=") }.count
            let digits = utf8.dropLast(padding)
            guard utf8.count % 4 == 0, padding <= 2, let last = digits.last else { return utf8.isEmpty }
            // The unused bits before the padding are zero.
            let ends: [[UInt8]] = [[], Array("AEIMQUYcgkosw048".utf8), Array("AQgw".utf8)]
            return digits.allSatisfy { $0.isASCIILetterOrDigit || "+/".utf8.contains($0) }
                && (padding == 0 || ends[padding].contains(last))
        default: return false
        }
    }
}

extension UInt8 {
    fileprivate var isASCIILetterOrDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
    }

    fileprivate var isASCIIHexadecimalDigit: Bool {
        isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
