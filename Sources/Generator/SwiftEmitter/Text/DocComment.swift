import ApusAPIModel
import ApusByteText

/// Writes documentation comments: Markdown of the description, line by line.
struct DocComment {
    /// The finished lines, each beginning with `///`.
    private(set) var lines: [String] = []

    /// The column that lines are wrapped at, with the indentation of the declaration.
    private static let width = 100

    /// Appends one or more paragraphs, after an empty line.
    mutating func paragraph(_ text: String?) {
        guard let text else { return }
        let source = Markdown.lines(text)
        guard !source.isEmpty else { return }
        if !lines.isEmpty { lines.append("///") }
        append(source)
    }

    /// Appends an item of a list, such as `- Throws: …`, without an empty line.
    mutating func item(_ label: String, _ text: String?, indentation: String = "") {
        let source = Markdown.lines(text ?? "")
        let head = "- \(label):"
        guard let first = source.first else {
            lines.append("/// " + indentation + head)
            return
        }
        // A list, a table or code begins on a new line.
        let isBlock = beginsBlock(first)
        append([isBlock ? head : "\(head) \(first)"], within: indentation)
        append(source.dropFirst(isBlock ? 0 : 1), within: indentation + "  ")
    }

    /// Appends an item of a list for a text that is shown as code.
    mutating func item(literal text: String, _ documentation: String?) {
        let code = "`\(SwiftText.oneLine(text))`"
        guard let documentation, !documentation.isEmpty else {
            append(["- \(code)"])
            return
        }
        item(code, documentation)
    }

    /// Appends a list of named things, such as `- Parameters:`.
    mutating func list(_ label: String, _ items: [(name: String, text: String)]) {
        lines.append("/// - \(label):")
        for item in items { self.item(item.name, item.text, indentation: "  ") }
    }

    /// Appends a link to further documentation.
    mutating func seeAlso(_ more: ExternalDocumentation?) {
        guard let more else { return }
        gap()
        let url = SwiftText.oneLine(more.url)
        let isLink = url.utf8.allSatisfy { $0 > space && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        let text = more.documentation.flatMap { Markdown.lines($0).joined(separator: "\n") } ?? ""
        let lead = text.isEmpty ? "" : text.last == "." ? "\(text.dropLast()): " : "\(text): "
        item("SeeAlso", lead + (isLink ? "<\(url)>" : url))
    }

    /// Appends an empty line, unless the comment is empty or ends with one.
    mutating func gap() {
        if let last = lines.last, last != "///" { lines.append("///") }
    }

    private mutating func append(_ source: some Collection<String>, within indentation: String = "") {
        let margin = "/// " + indentation
        let width = Self.width - indentation.utf8.count
        var rows: Set<Int>?
        func isRow(_ line: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
            if line.first == bar { return true }
            guard line.contains(bar) else { return false }
            let known = rows ?? rowsOfTables(source)
            rows = known
            return known.contains(index)
        }
        var isCode = false
        for (index, line) in source.enumerated() {
            var text = line
            text.withUTF8 { utf8 in
                let lead = utf8.firstIndex { $0 != space } ?? utf8.count
                let isFence = utf8[lead...].starts(with: "```".utf8)
                if isCode || isFence || utf8.count <= width || lead >= 4 || isRow(utf8, index) {
                    lines.append(line.isEmpty ? "///" : margin + line)
                } else {
                    wrap(utf8, lead: lead, margin: Array(margin.utf8))
                }
                if isFence { isCode.toggle() }
            }
        }
        // An open fence would turn the rest of the comment into code.
        if isCode { lines.append(margin + "```") }
    }

    /// - Parameters:
    ///   - lead: The number of blanks at the start of the line.
    ///   - margin: The text before each line.
    private mutating func wrap(_ line: UnsafeBufferPointer<UInt8>, lead: Int, margin: [UInt8]) {
        // Further lines of a list item are aligned with its text.
        let end = line[lead...].firstIndex(of: space) ?? line.count
        var start = lead
        if isMarker(UnsafeBufferPointer(rebasing: line[lead..<end])) {
            let text = line[end...].firstIndex { $0 != space } ?? end
            // After more than four blanks, the text is code (CommonMark, "List items").
            start = text - end <= 4 ? text : min(end + 1, line.count)
        }
        let continuation = margin + [UInt8](repeating: space, count: start)
        let width = "/// ".utf8.count + Self.width
        var current: [UInt8] = []
        current.reserveCapacity(width)
        current += margin
        current += line[..<start]
        var isEmpty = true
        var position = start
        while position < line.count {
            if line[position] == space {
                position += 1
                continue
            }
            let start = position
            while position < line.count, line[position] != space { position += 1 }
            let word = UnsafeBufferPointer(rebasing: line[start..<position])
            if !isEmpty, current.count + 1 + word.count > width, !isMarkup(word) {
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

    /// Whether a line begins a block, such as a list, a table or code.
    private func beginsBlock(_ line: String) -> Bool {
        if line.hasPrefix("```") || line.hasPrefix("|") { return true }
        guard let end = line.utf8.firstIndex(of: space) else { return false }
        var marker = String(line[..<end])
        return marker.withUTF8 { isMarker($0) }
    }

    /// Whether a word at the start of a line would be markup: the marker of a list, heading, quotation or fence, or the
    /// line below a heading.
    private func isMarkup(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        switch word.first {
        case UInt8(ascii: ">"): true
        case UInt8(ascii: "#"), UInt8(ascii: "="), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "*"):
            word.allSatisfy { $0 == word[0] }
        case UInt8(ascii: "`"), UInt8(ascii: "~"): word.count >= 3 && word[1] == word[0] && word[2] == word[0]
        default: isMarker(word)
        }
    }

    /// Whether a word begins an item of a list: `-`, `*`, `+`, `1.` or `1)`.
    private func isMarker(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let last = word.last else { return false }
        switch last {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return word.count == 1
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            return word.count > 1 && word.count <= 10 && word.dropLast().allSatisfy(\.isASCIIDigit)
        default: return false
        }
    }
}

/// The rows of tables, which need not begin with a bar: adjacent lines with bars around a row of dashes.
private func rowsOfTables(_ lines: some Collection<String>) -> Set<Int> {
    var rows: Set<Int> = []
    var start: Int?
    var isTable = false
    for (index, line) in lines.enumerated() {
        guard line.utf8.contains(bar) else {
            start = nil
            isTable = false
            continue
        }
        let first = start ?? index
        start = first
        if !isTable, line.utf8.allSatisfy({ "|-: ".utf8.contains($0) }) {
            isTable = true
            rows.formUnion(first..<index)
        }
        if isTable { rows.insert(index) }
    }
    return rows
}

private let space = UInt8(ascii: " ")
private let bar = UInt8(ascii: "|")
