import ApusDiagnostics

extension Markdown {
    /// The lines of a description in a comment, without characters that do not print and without empty lines at the
    /// ends. `<br>` ends a line, because documentation viewers drop HTML.
    static func lines(_ text: String) -> [String] {
        let lines = printedLines(text)
        guard text.utf8.contains(UInt8(ascii: "<")) else { return lines }
        var result: [String] = []
        var isCode = false
        for line in lines {
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            if isFence { isCode.toggle() }
            let parts = isCode || isFence || line.hasPrefix("|") ? [line] : partsBetweenBreaks(line)
            for part in parts where !(part.isEmpty && (result.last ?? "").isEmpty) { result.append(part) }
        }
        while result.last == "" { result.removeLast() }
        return result
    }

    /// The parts of a line between the `<br>` outside of inline code.
    private static func partsBetweenBreaks(_ line: String) -> [String] {
        var parts: [String] = []
        var start = line.startIndex
        var position = start
        var isCode = false
        while position < line.endIndex {
            let byte = line.utf8[position]
            if byte == UInt8(ascii: "`") { isCode.toggle() }
            if byte == UInt8(ascii: "<"), !isCode, let end = endOfBreak(at: position, in: line) {
                parts.append(trimmed(line[start..<position], isFirst: parts.isEmpty))
                start = end
                position = end
            } else {
                position = line.utf8.index(after: position)
            }
        }
        return parts.isEmpty ? [line] : parts + [trimmed(line[start...], isFirst: false)]
    }

    /// Returns the end of a `<br>`, `<br/>` or `<BR />` that begins here.
    private static func endOfBreak(at start: String.Index, in line: String) -> String.Index? {
        guard let last = line.utf8[start...].prefix(8).firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let tag = line[start...last].lowercased().filter { $0 != " " }
        return tag == "<br>" || tag == "<br/>" ? line.utf8.index(after: last) : nil
    }

    /// Removes the blanks around a part of a line, except for the line's indentation.
    private static func trimmed(_ part: Substring, isFirst: Bool) -> String {
        var part = isFirst ? part : part.drop { $0 == " " }
        while part.last == " " { part.removeLast() }
        return String(part)
    }

    /// The lines of a text, without characters that do not print and without empty lines at the ends.
    private static func printedLines(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        // Most texts have one line.
        if text.utf8.last != space, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return [text] }
        var result: [String] = []
        var line: [UInt8] = []
        func endLine() {
            while line.last == space { line.removeLast() }
            if !(line.isEmpty && (result.isEmpty || result.last == "")) {
                result.append(String(decoding: line, as: UTF8.self))
            }
            line.removeAll(keepingCapacity: true)
        }
        let bytes = Array(text.utf8)
        var position = 0
        while position < bytes.count {
            let start = position
            while position < bytes.count, bytes[position] >= 0x20, bytes[position] < 0x7F { position += 1 }
            line += bytes[start..<position]
            guard position < bytes.count else { break }
            let scalar = scalar(at: position, in: bytes)
            switch scalar {
            case "\n" where position > 0 && bytes[position - 1] == UInt8(ascii: "\r"): break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": endLine()
            case "\t": line.append(contentsOf: "    ".utf8)
            default:
                if isPrintable(scalar) || scalar == "\u{200D}" {
                    line += bytes[position..<(position + UTF8.width(scalar))]
                }
            }
            position += UTF8.width(scalar)
        }
        endLine()
        while result.last == "" { result.removeLast() }
        return result
    }

    /// The scalar at an offset in the UTF-8 of a text.
    private static func scalar(at offset: Int, in utf8: [UInt8]) -> Unicode.Scalar {
        let first = utf8[offset]
        if first < 0x80 { return Unicode.Scalar(first) }
        func tail(_ index: Int) -> UInt32 { UInt32(utf8[offset + index] & 0x3F) }
        let value =
            if first < 0xE0 {
                UInt32(first & 0x1F) << 6 | tail(1)
            } else if first < 0xF0 {
                UInt32(first & 0x0F) << 12 | tail(1) << 6 | tail(2)
            } else {
                UInt32(first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
            }
        return Unicode.Scalar(value)!
    }
}

private let space = UInt8(ascii: " ")
