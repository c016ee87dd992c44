/// A tag of a template, with its place.
struct TemplateTag {
    enum Kind: Equatable {
        case variable, section, invertedSection, end, partial, comment, setting
        /// A tag that Apus does not support, with the reason.
        case unsupported(String)
    }

    var kind: Kind
    var name: String
    /// Counted from 1.
    var line: Int
    var column: Int
    /// The offset of the tag's first byte, and the number of its bytes.
    var offset: Int
    var length: Int
    /// The blanks before a tag that prints nothing and is alone on its line. Such a line is not printed. `nil`
    /// otherwise.
    var indentation: String?
}

/// Finds the tags of a template.
struct TemplateTagScanner {
    private let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var lineStart = 0
    private var open = Array("{{".utf8)
    private var close = Array("}}".utf8)

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The tags in order. A tag without an end is `unsupported`, and the last.
    mutating func tags() -> [TemplateTag] {
        var tags: [TemplateTag] = []
        while position < bytes.count {
            guard bytes[position...].starts(with: open) else {
                advance(to: position + 1)
                continue
            }
            let tag = nextTag()
            tags.append(tag)
            if tag.kind == .unsupported(Self.endless) { break }
            advance(to: position + tag.length)
        }
        return tags
    }

    private static let endless = "this tag is not closed"

    /// The tag that begins here.
    private mutating func nextTag() -> TemplateTag {
        let column = String(decoding: bytes[lineStart..<position], as: UTF8.self).unicodeScalars.count + 1
        var tag = TemplateTag(
            kind: .unsupported(Self.endless), name: "", line: line, column: column, offset: position, length: open.count
        )
        let start = position + open.count
        // `{{{name}}}` and `{{=<% %>=}}` end with a byte of their own.
        let (isTriple, isSetting) = (first(at: start) == UInt8(ascii: "{"), first(at: start) == UInt8(ascii: "="))
        var ending = close
        if isTriple { ending.insert(UInt8(ascii: "}"), at: 0) }
        if isSetting { ending.insert(UInt8(ascii: "="), at: 0) }
        let content = start + (isTriple || isSetting ? 1 : 0)
        guard let end = (content..<bytes.count).first(where: { bytes[$0...].starts(with: ending) }) else { return tag }
        tag.length = end + ending.count - position
        let text = String(decoding: bytes[start..<end], as: UTF8.self)
        (tag.kind, tag.name) = isSetting ? delimiters(text.dropFirst()) : classify(text)
        return tag
    }

    private func first(at position: Int) -> UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Takes new delimiters, which are two texts with blanks between them.
    private mutating func delimiters(_ text: Substring) -> (TemplateTag.Kind, String) {
        let parts = text.split { $0 == " " || $0 == "\t" || $0.isNewline }
        guard parts.count == 2, !text.contains("=") else {
            return (.unsupported("delimiters must be two texts, such as `{{=<% %>=}}`"), "")
        }
        (open, close) = (Array(parts[0].utf8), Array(parts[1].utf8))
        return (.setting, "")
    }

    private mutating func advance(to end: Int) {
        for newline in position..<end where bytes[newline] == UInt8(ascii: "\n") {
            line += 1
            lineStart = newline + 1
        }
        position = end
    }
}

private func classify(_ content: String) -> (TemplateTag.Kind, String) {
    func name(_ text: Substring) -> String {
        func isBlank(_ character: Character) -> Bool { character == " " || character == "\t" || character.isNewline }
        return String(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
    let rest = content.dropFirst()
    switch content.first {
    case "#": return checked(.section, name(rest))
    case "^": return checked(.invertedSection, name(rest))
    case "/": return checked(.end, name(rest))
    case "{", "&": return checked(.variable, name(rest))
    case "!": return (.comment, "")
    case "%":
        let setting = rest.filter { $0 != " " }
        return setting == "CONTENT_TYPE:TEXT"
            ? (.setting, setting) : (.unsupported("the only known setting is `CONTENT_TYPE: TEXT`"), setting)
    case ">":
        let partial = name(rest)
        return partial.hasPrefix("*")
            ? (.unsupported("dynamic partials are not supported: include a partial by its name"), partial)
            : (.partial, partial)
    case "<", "$": return (.unsupported("inheritance of templates is not supported"), name(rest))
    default: return checked(.variable, name(content[...]))
    }
}

private func checked(_ kind: TemplateTag.Kind, _ name: String) -> (TemplateTag.Kind, String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if name == "." || parts.allSatisfy(Identifier.isValid) { return (kind, name) }
    return (.unsupported("a name must have letters and digits, with dots between the names of views"), name)
}
