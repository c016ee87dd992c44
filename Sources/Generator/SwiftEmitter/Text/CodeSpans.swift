/// Code spans in Markdown (CommonMark, "Code spans").
enum CodeSpans {
    /// Returns the text with other Markdown for the code spans that `replacement` returns a text for.
    ///
    /// Only spans between single backticks on one line are looked at, and no code blocks between fences.
    static func replaced(in text: String, _ replacement: (String) -> String?) -> String {
        guard text.utf8.contains(UInt8(ascii: "`")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "`") {
            result += rest[..<open]
            let mark = rest[open...].prefix { $0 == "`" }
            let content = rest[mark.endIndex...]
            guard let end = endOfSpan(content, mark.count) else {
                rest = rest[open...]
                break
            }
            let span = content[..<end.lowerBound]
            if mark.count == 1, !span.contains("\n"), let text = replacement(String(span)) {
                result += text
            } else {
                result += rest[open..<end.upperBound]
            }
            rest = rest[end.upperBound...]
        }
        return result + rest
    }

    /// Returns the range of the first run of exactly `count` backticks.
    private static func endOfSpan(_ text: Substring, _ count: Int) -> Range<Substring.Index>? {
        var rest = text
        while let start = rest.firstIndex(of: "`") {
            let run = rest[start...].prefix { $0 == "`" }
            if run.count == count { return start..<run.endIndex }
            rest = rest[run.endIndex...]
        }
        return nil
    }
}
