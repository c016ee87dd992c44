import ApusDiagnostics

extension SwiftText {
    /// A text as a Swift string literal on one line. Nothing in it is ever interpolated.
    static func literal(_ text: String) -> String {
        if text.isPlainASCII { return SwiftText.quoted(text) }
        let scalars = text.unicodeScalars
        if scalars.allSatisfy(isPrintable) {
            if !scalars.contains(where: { $0 == "\"" || $0 == "\\" }) { return "\"\(text)\"" }
            return delimited(text, by: "\"")
        }
        return escapedLiteral(text)
    }

    /// A literal for a text with characters that do not print.
    private static func escapedLiteral(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if isPrintable(scalar) {
                    result.unicodeScalars.append(scalar)
                } else {
                    result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                }
            }
        }
        return result + "\""
    }

    /// Printable lines as the lines of a Swift string literal, one of `"""` if there are several.
    static func multilineLiteral(_ lines: [String]) -> [String] {
        guard lines.count > 1 else { return [SwiftText.literal(lines.first ?? "")] }
        let hashes = String(repeating: "#", count: hashCount(lines.joined(separator: "\n"), quotes: 3))
        return ["\(hashes)\"\"\""] + lines + ["\"\"\"\(hashes)"]
    }

    private static func delimited(_ text: String, by quote: String) -> String {
        let hashes = String(repeating: "#", count: hashCount(text, quotes: 1))
        return hashes + quote + text + quote + hashes
    }

    /// The number of `#` with which no quote ends the literal and no backslash is an escape.
    private static func hashCount(_ text: String, quotes: Int) -> Int {
        var needed = 0
        var quoteRun = 0
        var hashRun: Int?
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""):
                quoteRun += 1
                hashRun = quoteRun >= quotes ? 0 : nil
            case UInt8(ascii: "\\"):
                quoteRun = 0
                hashRun = 0
            case UInt8(ascii: "#") where hashRun != nil:
                quoteRun = 0
                hashRun! += 1
            default:
                quoteRun = 0
                hashRun = nil
            }
            if let hashRun { needed = max(needed, hashRun + 1) }
        }
        // A quote that ends the text would join the delimiter's quotes.
        if quotes > 1, text.hasSuffix("\"") { needed = max(needed, 1) }
        return needed
    }

    /// A text between two quotes.
    static func quoted(_ text: String) -> String {
        let count = text.utf8.count
        return String(unsafeUninitializedCapacity: count + 2) { buffer in
            let inner = UnsafeMutableBufferPointer(rebasing: buffer[1...])
            buffer[0] = UInt8(ascii: "\"")
            buffer[1 + inner.copy(text.utf8)] = UInt8(ascii: "\"")
            return count + 2
        }
    }
}

extension String {
    /// Whether the text is printable ASCII without quotes and backslashes, as nearly all literals are.
    var isPlainASCII: Bool {
        utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }
}
