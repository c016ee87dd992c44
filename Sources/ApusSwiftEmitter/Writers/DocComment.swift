/// Writes documentation comments: Markdown of the description, line by line.
struct DocComment {
    /// The finished lines, each beginning with `///`.
    private(set) var lines: [String] = []

    /// The column that lines are wrapped at, with the indentation of the declaration.
    private static let width = 100

    /// Appends a paragraph (or several), apart from what was there.
    mutating func paragraph(_ text: String?) {
        guard let text else { return }
        let source = documentationLines(text)
        guard !source.isEmpty else { return }
        if !lines.isEmpty { lines.append("///") }
        append(source)
    }

    /// Appends an item of a list, such as `- Throws: …`, directly below what was there.
    mutating func item(_ label: String, _ text: String?, indentation: String = "") {
        let source = documentationLines(text ?? "")
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
}

private let space = UInt8(ascii: " ")
