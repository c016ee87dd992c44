import ApusDiagnostics
import Testing

/// Excerpts of source lines with tabs, wide characters, long lines and hostile characters.
struct ExcerptTests {
    private func text(marking needle: String, in source: String) -> [String] {
        let place = RenderingTests.place(needle, in: source, file: "a.yaml")
        let diagnostic = Diagnostic(RenderingTests.code, .error, "wrong", at: place)
        return diagnostic.text { _ in Array(source.utf8) }.split(separator: "\n", omittingEmptySubsequences: false)
            .dropFirst(3).map(String.init)
    }

    @Test func tabsTakeFourColumns() {
        #expect(text(marking: "x", in: "\ta: x") == ["1 |     a: x", "  |        ^", ""])
    }

    @Test func wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
        #expect(text(marking: "x", in: "日本: x") == ["1 | 日本: x", "  |       ^", ""])
        #expect(text(marking: "x", in: "e\u{301}: x") == ["1 | e\u{301}: x", "  |    ^", ""])
        #expect(text(marking: "日", in: "日: x") == ["1 | 日: x", "  | ^^", ""])
    }

    @Test func anEmptyRangeStillHasACaret() {
        let place = Place(file: "a.yaml", line: 1, column: 3, offset: 2, length: 0)
        let text = Diagnostic(RenderingTests.code, .error, "wrong", at: place).text { _ in Array("a:".utf8) }
        #expect(text.hasSuffix("1 | a:\n  |   ^\n"))
    }

    @Test func aRangeOfSeveralLinesIsMarkedToTheEndOfItsFirst() {
        #expect(text(marking: "one\ntwo", in: "one\ntwo") == ["1 | one", "  | ^^^", ""])
    }

    @Test func aLongLineIsCutOnBothSides() {
        let long = String(repeating: "a", count: 100_000)
        let lines = text(marking: "x", in: long + "x" + long)
        #expect(lines[0].hasPrefix("1 | …a"))
        #expect(lines[0].hasSuffix("a…"))
        #expect(lines[0].count < 260)
        let caret = lines[1].firstIndex(of: "^").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        let marked = lines[0].firstIndex(of: "x").map { lines[0].distance(from: lines[0].startIndex, to: $0) }
        #expect(caret == marked)
    }

    @Test func controlCharactersOfTheInputDoNotReachTheTerminal() {
        let source = "a: \u{1B}[2Jx\u{202E}"
        let place = RenderingTests.place("x", in: source, file: "a\u{1B}.yaml")
        let diagnostic = Diagnostic(
            RenderingTests.code, .error, "key `\u{7}\n`", at: place, label: "\u{9B}", notes: [.init("\u{1B}")],
            help: "\r")
        var diagnostics = Diagnostics()
        diagnostics.report(diagnostic)
        for text in [diagnostic.text { _ in Array(source.utf8) }, diagnostic.lines, diagnostics.json] {
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x9B })
        }
        #expect(!diagnostic.text { _ in Array(source.utf8) }.unicodeScalars.contains("\u{202E}"))
    }

    @Test func aPlaceThatLiesOutsideOfTheFileIsHarmless() {
        for place in [
            Place(file: "a", line: 9, column: 9, offset: 99, length: 9),
            Place(file: "a", line: 0, column: 0, offset: -1, length: -1),
        ] {
            var diagnostics = Diagnostics()
            diagnostics.error(RenderingTests.code, "wrong", at: place)
            #expect(diagnostics.text { _ in [0x61] }.contains("wrong"))
            #expect(diagnostics.sarif(version: "1") { _ in [0x61] }.contains("wrong"))
        }
    }
}
