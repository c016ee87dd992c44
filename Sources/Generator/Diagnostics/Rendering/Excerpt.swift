/// Returns the bytes of the source file at a path, or `nil` if the file is not available.
public typealias SourceLookup = (_ file: String) -> [UInt8]?

/// The source lines around a place, and the position of the carets below them.
struct Excerpt {
    struct Line {
        var number: Int
        var text: String
    }

    /// The line of the place and up to two lines before it.
    private(set) var lines: [Line] = []
    /// The number of columns before the carets.
    private(set) var caretIndent = 0
    private(set) var caretWidth = 1

    /// The maximum number of bytes shown on either side of the start of the place. A minified file is one long line.
    private static let reach = 120
    private static let tab = "    "

    init(of place: Place, in bytes: [UInt8]) {
        let offset = min(max(place.offset, 0), bytes.count)
        let (start, isWhole) = Self.start(of: offset, in: bytes)
        let end = Self.end(of: offset, in: bytes)
        let marked = min(offset + max(place.length, 0), end)

        let before = Self.display(bytes[start..<offset])
        let within = Self.display(bytes[offset..<marked])
        let behind = Self.display(bytes[marked..<end])
        let ellipsis = isWhole ? "" : "…"
        let isCut = end < bytes.count && bytes[end] != 0x0A && bytes[end] != 0x0D
        let text = ellipsis + before.text + within.text + behind.text + (isCut ? "…" : "")
        caretIndent = before.width + (isWhole ? 0 : 1)
        caretWidth = max(1, within.width)
        lines = [Line(number: place.line, text: Self.trimmed(text))]

        var next = start
        while isWhole, lines.count < 3, next > 0, place.line > lines.count {
            let breakAt = next - 1
            let (start, isWhole) = Self.start(of: breakAt, in: bytes)
            guard isWhole else { break }
            let text = Self.display(bytes[start..<Self.end(of: start, in: bytes)]).text
            lines.insert(Line(number: place.line - lines.count, text: Self.trimmed(text)), at: 0)
            next = start
        }
    }

    /// Returns the start of the line that contains an offset, or a closer offset in a long line.
    private static func start(of offset: Int, in bytes: [UInt8]) -> (start: Int, isWhole: Bool) {
        var start = offset
        while start > 0, bytes[start - 1] != 0x0A {
            if offset - start >= reach, bytes[start] & 0xC0 != 0x80 { return (start, false) }
            start -= 1
        }
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
        return (start, true)
    }

    private static func end(of offset: Int, in bytes: [UInt8]) -> Int {
        var end = offset
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if end - offset >= reach, bytes[end] & 0xC0 != 0x80 { return end }
            end += 1
        }
        return end
    }

    private static func display(_ bytes: ArraySlice<UInt8>) -> (text: String, width: Int) {
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            return (String(decoding: bytes, as: UTF8.self), bytes.count)
        }
        var text = ""
        var width = 0
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            if scalar == "\t" {
                text += tab
                width += tab.utf8.count
            } else {
                let shown = shown(scalar)
                text.unicodeScalars.append(shown)
                width += columns(of: shown)
            }
        }
        return (text, width)
    }

    private static func trimmed(_ text: String) -> String {
        var end = text.utf8.endIndex
        while end > text.startIndex, text.utf8[text.utf8.index(before: end)] == UInt8(ascii: " ") {
            end = text.utf8.index(before: end)
        }
        return String(text[..<end])
    }
}
