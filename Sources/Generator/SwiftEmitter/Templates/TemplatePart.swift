/// A piece of a template.
enum TemplatePart {
    case text(String)
    case tag(TemplateTag)
}

extension TemplatePart {
    /// The pieces of a template in order. A line with only a tag is left out if the tag prints nothing.
    static func parts(of text: String) -> [TemplatePart] {
        let bytes = Array(text.utf8)
        var parts: [TemplatePart] = []
        var position = 0
        func append(upTo end: Int) {
            if position < end { parts.append(.text(String(decoding: bytes[position..<end], as: UTF8.self))) }
        }
        var scanner = TemplateTagScanner(text)
        for var tag in scanner.tags() {
            if let line = lineOfItsOwn(tag, in: bytes) {
                tag.indentation = String(decoding: bytes[line.lowerBound..<tag.offset], as: UTF8.self)
                append(upTo: line.lowerBound)
                position = line.upperBound
            } else {
                append(upTo: tag.offset)
                position = tag.offset + tag.length
            }
            parts.append(.tag(tag))
        }
        append(upTo: bytes.count)
        return parts
    }

    /// The line of a tag, with the line's end. `nil` if the tag is not alone on it or prints something.
    private static func lineOfItsOwn(_ tag: TemplateTag, in bytes: [UInt8]) -> Range<Int>? {
        switch tag.kind {
        case .variable, .unsupported: return nil
        case .section, .invertedSection, .end, .partial, .comment, .setting: break
        }
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var start = tag.offset
        while start > 0, isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == UInt8(ascii: "\n") else { return nil }
        var end = tag.offset + tag.length
        while end < bytes.count, isBlank(bytes[end]) { end += 1 }
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "\r"), bytes[end + 1] == UInt8(ascii: "\n") { end += 1 }
        if end == bytes.count { return start..<end }
        return bytes[end] == UInt8(ascii: "\n") ? start..<(end + 1) : nil
    }
}

extension [TemplatePart] {
    /// The pieces with blanks at the beginning of each line, for an indented partial.
    func indented(by indentation: String) -> [TemplatePart] {
        if indentation.isEmpty { return self }
        var result: [TemplatePart] = []
        var beginsLine = true
        for part in self {
            switch part {
            case .text(let text):
                var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                for index in lines.indices where !lines[index].isEmpty && (index > 0 || beginsLine) {
                    lines[index] = indentation + lines[index]
                }
                beginsLine = lines.last == ""
                result.append(.text(lines.joined(separator: "\n")))
            case .tag(var tag):
                if let own = tag.indentation {
                    tag.indentation = indentation + own
                } else if beginsLine {
                    result.append(.text(indentation))
                    beginsLine = false
                }
                result.append(.tag(tag))
            }
        }
        return result
    }
}
