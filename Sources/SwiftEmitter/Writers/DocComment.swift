/// Writes documentation comments: Markdown of the description, line by line.
struct DocComment {
    /// The finished lines, each beginning with `///`.
    private(set) var lines: [String] = []

    /// The column that lines are wrapped at, with the indentation of the declaration.
    private static let width = 100

    /// Appends a paragraph (or several), apart from what was there.
    mutating func paragraph(_ text: String?) {
        let source = sourceLines(text ?? "")
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
            let isFence = line.drop { $0 == " " }.hasPrefix("```")
            if isCode || isFence || line.hasPrefix("|") || line.hasPrefix("    ") {
                lines.append(line.isEmpty ? "///" : "/// " + line)
            } else {
                wrap(line)
            }
            if isFence { isCode.toggle() }
        }
        // An open fence would swallow what follows.
        if isCode { lines.append("/// ```") }
    }

    private mutating func wrap(_ line: String) {
        guard line.utf8.count > Self.width else {
            lines.append(line.isEmpty ? "///" : "/// " + line)
            return
        }
        let lead = line.prefix { $0 == " " }
        let isItem = line.dropFirst(lead.count).hasPrefix("- ")
        let continuation = String(lead) + (isItem ? "  " : "")
        var current = String(lead)
        var isEmpty = true
        for word in line.split(separator: " ") {
            if !isEmpty, current.utf8.count + 1 + word.utf8.count > Self.width, !beginsBlock(word) {
                lines.append("/// " + current)
                current = continuation
                isEmpty = true
            }
            if !isEmpty { current += " " }
            current += word
            isEmpty = false
        }
        lines.append("/// " + current)
    }

    /// Whether a word would begin a list, heading or quotation at the start of a line.
    private func beginsBlock(_ word: Substring) -> Bool {
        switch word.first {
        case "-", "*", "+", "#", ">": true
        case .some(let first) where first.isNumber: word.last == "." || word.last == ")"
        default: false
        }
    }

    /// The lines of a text, without what does not print and without empty lines at the ends.
    private func sourceLines(_ text: String) -> [String] {
        var result: [String] = []
        var line = String.UnicodeScalarView()
        func endLine() {
            while let last = line.last, last == " " { line.removeLast() }
            if !(line.isEmpty && (result.isEmpty || result.last == "")) { result.append(String(line)) }
            line = String.UnicodeScalarView()
        }
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": endLine()
            case "\t": line.append(contentsOf: "    ".unicodeScalars)
            default: if isPrintable(scalar) || scalar == "\u{200D}" { line.append(scalar) }
            }
            previous = scalar
        }
        endLine()
        while result.last == "" { result.removeLast() }
        return result
    }
}
