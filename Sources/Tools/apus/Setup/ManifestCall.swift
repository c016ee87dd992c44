/// A call in the text of a manifest, such as `Package(name: "App", targets: [])`.
struct ManifestCall {
    struct Argument {
        /// The label, or an empty string.
        var label: String
        /// The range of the value, without surrounding white space and comments.
        var value: Range<Int>
    }

    private(set) var arguments: [Argument] = []
    /// The position of the closing parenthesis.
    private(set) var end = 0

    /// Reads the call with the opening parenthesis at `open`.
    ///
    /// - Returns: `nil` if the call has no end, or contains a multi-line string literal.
    init?(in text: [UInt8], at open: Int) {
        var depth = 0
        var position = open
        var first: Int?
        var last = open
        var colon: Int?
        func close() -> Argument? {
            guard let first else { return nil }
            guard let colon else { return Argument(label: "", value: first..<last) }
            let label = String(decoding: text[first..<colon], as: UTF8.self)
            let start = text[(colon + 1)...].firstIndex { !Self.isSpace($0) } ?? last
            return Argument(label: label, value: start..<max(start, last))
        }
        while position < text.count {
            guard let next = Self.end(ofTokenAt: position, in: text) else { return nil }
            let byte = text[position]
            let isTrivia = Self.isSpace(byte) || Self.isComment(at: position, in: text)
            if byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth -= 1 }
            if depth == 0, position > open {
                if let argument = close() { arguments.append(argument) }
                end = position
                return
            }
            if depth == 1, byte == UInt8(ascii: ",") {
                if let argument = close() { arguments.append(argument) }
                (first, colon) = (nil, nil)
            } else if position > open, !isTrivia {
                if depth == 1, byte == UInt8(ascii: ":"), colon == nil { colon = position }
                if first == nil { first = position }
                last = next
            }
            if byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
            position = next
        }
        return nil
    }

    func argument(_ label: String) -> Argument? { arguments.first { $0.label == label } }

    /// Returns the positions of the opening parentheses of all calls of `name` in a range.
    static func openings(of name: String, in text: [UInt8], _ range: Range<Int>) -> [Int] {
        let name = Array(name.utf8)
        var found: [Int] = []
        var position = range.lowerBound
        while position < range.upperBound {
            let after = position + name.count
            if text[position...].starts(with: name), after < range.upperBound, text[after] == UInt8(ascii: "("),
                position == 0 || !isIdentifier(text[position - 1])
            {
                found.append(after)
            }
            guard let next = end(ofTokenAt: position, in: text) else { break }
            position = next
        }
        return found
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

    private static func isIdentifier(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }

    private static func isComment(at position: Int, in text: [UInt8]) -> Bool {
        text[position...].starts(with: "//".utf8) || text[position...].starts(with: "/*".utf8)
    }

    /// Returns the end of the string literal, comment or single byte at a position, or `nil` if it has none.
    private static func end(ofTokenAt position: Int, in text: [UInt8]) -> Int? {
        let rest = text[position...]
        if rest.starts(with: "//".utf8) { return rest.firstIndex(of: 0x0A) ?? text.count }
        if rest.starts(with: "/*".utf8) {
            var end = position + 2
            while end + 1 < text.count {
                if text[end...].starts(with: "*/".utf8) { return end + 2 }
                end += 1
            }
            return nil
        }
        guard rest.first == UInt8(ascii: "\"") else { return position + 1 }
        if rest.starts(with: "\"\"\"".utf8) { return nil }
        var end = position + 1
        while end < text.count, text[end] != UInt8(ascii: "\""), text[end] != 0x0A {
            end += text[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        return end < text.count && text[end] == UInt8(ascii: "\"") ? end + 1 : nil
    }
}
