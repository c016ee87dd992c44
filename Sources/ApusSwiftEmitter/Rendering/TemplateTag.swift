/// A tag of a template, with its place.
struct TemplateTag {
    enum Kind: Equatable {
        case variable, section, invertedSection, end, partial, comment, setting
        /// What Apus's templates do without; the text says what it is.
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
    /// The blanks before the tag if it prints nothing itself and is alone on its line, which is not printed either.
    var indentation: String?
}

/// The tags of a template, in order. A tag without an end is `unsupported`.
func templateTags(_ text: String) -> [TemplateTag] {
    let bytes = Array(text.utf8)
    let open = UInt8(ascii: "{"), close = UInt8(ascii: "}")
    var tags: [TemplateTag] = []
    var line = 1
    var lineStart = 0
    var position = 0
    while position < bytes.count {
        if bytes[position] == UInt8(ascii: "\n") {
            line += 1
            lineStart = position + 1
        }
        guard bytes[position] == open, position + 1 < bytes.count, bytes[position + 1] == open else {
            position += 1
            continue
        }
        let column = String(decoding: bytes[lineStart..<position], as: UTF8.self).unicodeScalars.count + 1
        var end = position + 2
        while end + 1 < bytes.count, !(bytes[end] == close && bytes[end + 1] == close) { end += 1 }
        guard end + 1 < bytes.count else {
            tags.append(
                TemplateTag(
                    kind: .unsupported("this tag has no end"), name: "", line: line, column: column,
                    offset: position, length: 2))
            return tags
        }
        let isTriple = bytes[position + 2] == open && end + 2 < bytes.count && bytes[end + 2] == close
        let content = String(decoding: bytes[(position + 2)..<end], as: UTF8.self)
        let (kind, name) = classify(content)
        let next = end + (isTriple ? 3 : 2)
        tags.append(
            TemplateTag(kind: kind, name: name, line: line, column: column, offset: position, length: next - position))
        for newline in position..<end where bytes[newline] == UInt8(ascii: "\n") {
            line += 1
            lineStart = newline + 1
        }
        position = next
    }
    return tags
}

private func classify(_ content: String) -> (TemplateTag.Kind, String) {
    func name(_ text: Substring) -> String {
        let trimmed = text.drop { $0 == " " || $0 == "\t" || $0 == "\n" }
        return String(trimmed.reversed().drop { $0 == " " || $0 == "\t" || $0 == "\n" }.reversed())
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
            ? (.setting, setting) : (.unsupported("the only setting is `CONTENT_TYPE: TEXT`"), setting)
    case ">":
        let partial = name(rest)
        return partial.hasPrefix("*") ? (.unsupported("a partial is included by its name"), partial) : (.partial, partial)
    case "<", "$": return (.unsupported("templates do not inherit"), name(rest))
    case "=": return (.unsupported("delimiters stay `{{` and `}}`"), "")
    default: return checked(.variable, name(content[...]))
    }
}

private func checked(_ kind: TemplateTag.Kind, _ name: String) -> (TemplateTag.Kind, String) {
    if name == "." || isIdentifier(name) { return (kind, name) }
    return (.unsupported("a name has letters and digits only, without paths and transforms"), name)
}
