extension Node {
    /// Whether this is a number that JSON can represent. YAML's `.inf` and `.nan` are not.
    public var isJSONNumber: Bool {
        kind == .integer || kind == .number && !text.utf8.contains { $0 | 0x20 == UInt8(ascii: "n") }
    }

    /// The number in JSON's grammar. YAML's `+1`, `.5`, `0o17` and `0x1F` are rewritten without losing digits.
    public var jsonNumber: String {
        var text = text
        for (prefix, radix) in [("0x", 16), ("0o", 8)] where text.hasPrefix(prefix) {
            return Self.decimal(text.dropFirst(2), radix: radix)
        }
        if text.hasPrefix("+") { text.removeFirst() }
        var sign = ""
        if text.hasPrefix("-") {
            sign = "-"
            text.removeFirst()
        }
        while text.hasPrefix("0"), text.dropFirst().first?.isNumber == true { text.removeFirst() }
        if text.hasPrefix(".") { text = "0" + text }
        if let point = text.firstIndex(of: "."), text[text.index(after: point)...].first?.isNumber != true {
            text.insert("0", at: text.index(after: point))
        }
        return sign + text
    }

    /// The rounded value of a number, or `nil` for any other node.
    public var numericValue: Double? {
        kind == .integer || kind == .number ? Double(jsonNumber) : nil
    }

    /// Converts digits of a radix to decimal digits, for numbers of any size.
    private static func decimal(_ digits: Substring, radix: Int) -> String {
        // The least significant part comes first. Each part has nine decimal digits.
        var parts: [Int] = [0]
        for digit in digits {
            var carry = digit.hexDigitValue ?? 0
            for index in parts.indices {
                let value = parts[index] * radix + carry
                parts[index] = value % 1_000_000_000
                carry = value / 1_000_000_000
            }
            if carry > 0 { parts.append(carry) }
        }
        let rest = parts.dropLast().reversed().map { part in
            let text = String(part)
            return String(repeating: "0", count: 9 - text.utf8.count) + text
        }
        return String(parts[parts.count - 1]) + rest.joined()
    }
}
