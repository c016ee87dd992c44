/// Writes documentation comments: Markdown of the description, line by line.
struct DocComment {
    /// The finished lines, each beginning with `///`.
    private(set) var lines: [String] = []

    /// The column that lines are wrapped at, with the indentation of the declaration.
    private static let width = 100

    /// Appends a paragraph (or several), apart from what was there.
    mutating func paragraph(_ text: String?) {
        guard let text else { return }
        let source = sourceLines(text)
        guard !source.isEmpty else { return }
        if !lines.isEmpty { lines.append("///") }
        append(source)
    }

    /// Appends an item of a list, such as `- Throws: …`, directly below what was there.
    mutating func item(_ label: String, _ text: String?, indentation: String = "") {
        let source = sourceLines(text ?? "")
        var first = "\(indentation)- \(label):"
        guard let line = source.first else {
            lines.append("/// " + first)
            return
        }
        first += " " + line
        append([first] + source.dropFirst().map { $0.isEmpty ? "" : indentation + "  " + $0 })
    }

    /// Appends a list of named things, such as `- Parameters:`.
    mutating func list(_ label: String, _ items: [(name: String, text: String)]) {
        lines.append("/// - \(label):")
        for item in items { self.item(item.name, item.text, indentation: "  ") }
    }

    /// Appends an empty line if there is something to set apart.
    mutating func gap() {
        if let last = lines.last, last != "///" { lines.append("///") }
    }

    private mutating func append(_ source: [String]) {
        var isCode = false
        for line in source {
            var text = line
            text.withUTF8 { utf8 in
                let lead = utf8.firstIndex { $0 != space } ?? utf8.count
                let isFence = utf8[lead...].starts(with: "```".utf8)
                if isCode || isFence || utf8.first == UInt8(ascii: "|") || lead >= 4 || utf8.count <= Self.width {
                    lines.append(line.isEmpty ? "///" : "/// " + line)
                } else {
                    wrap(utf8, lead: lead)
                }
                if isFence { isCode.toggle() }
            }
        }
        // An open fence would swallow what follows.
        if isCode { lines.append("/// ```") }
    }

    /// - Parameter lead: How many blanks the line begins with.
    private mutating func wrap(_ line: UnsafeBufferPointer<UInt8>, lead: Int) {
        let isItem = line[lead...].starts(with: "- ".utf8)
        let slashes = Array("/// ".utf8)
        let continuation = slashes + [UInt8](repeating: space, count: isItem ? lead + 2 : lead)
        let width = slashes.count + Self.width
        var current: [UInt8] = []
        current.reserveCapacity(width)
        current += slashes
        current += line[..<lead]
        var isEmpty = true
        var position = lead
        while position < line.count {
            if line[position] == space {
                position += 1
                continue
            }
            let start = position
            while position < line.count, line[position] != space { position += 1 }
            let word = UnsafeBufferPointer(rebasing: line[start..<position])
            if !isEmpty, current.count + 1 + word.count > width, !beginsBlock(word) {
                lines.append(current.text)
                current.removeAll(keepingCapacity: true)
                current += continuation
                isEmpty = true
            }
            if !isEmpty { current.append(space) }
            current.append(contentsOf: word)
            isEmpty = false
        }
        lines.append(current.text)
    }

    /// Whether a word would begin a list, heading or quotation at the start of a line.
    private func beginsBlock(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        switch word.first {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: ">"): true
        case .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
            word.last == UInt8(ascii: ".") || word.last == UInt8(ascii: ")")
        default: false
        }
    }

    /// The lines of a text, without what does not print and without empty lines at the ends.
    private func sourceLines(_ text: String) -> [String] {
        if text.isEmpty { return [] }
        // Most are one line.
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
    private func scalar(at offset: Int, in utf8: [UInt8]) -> Unicode.Scalar {
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
