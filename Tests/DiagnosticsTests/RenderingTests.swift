import ApusDiagnostics
import Foundation
import TestSupport
import Testing

/// The formats of diagnostics. The example is the style guide's, so that both stay the same.
struct RenderingTests {
    static let sessions = """
        paths:
          /sessions:
            get:
              parameters:
              - name: limit
                in: query
                schema:
                  type: integer
                  default: "100"
        """
    static let code = DiagnosticCode("E0214", "default does not fit its schema", "A default must be valid.")

    static func place(_ needle: String, in text: String, file: String = "specs/sessions.yaml") -> Place {
        let range = text.range(of: needle)!
        let before = text[..<range.lowerBound]
        let lineStart = before.lastIndex(of: "\n").map { text.index(after: $0) } ?? text.startIndex
        return Place(
            file: file, line: before.utf8.count { $0 == 0x0A } + 1,
            column: text[lineStart..<range.lowerBound].unicodeScalars.count + 1, offset: before.utf8.count,
            length: needle.utf8.count)
    }

    static var diagnostics: Diagnostics {
        var diagnostics = Diagnostics()
        diagnostics.error(
            code, "`default` does not satisfy its own schema", at: place("\"100\"", in: sessions),
            label: "this is a string",
            notes: [.init("the schema requires an integer", at: place("integer", in: sessions))],
            help: "write `default: 100`")
        diagnostics.warning(code, "unknown key `nmae`", at: place("name", in: sessions), help: "did you mean `name`?")
        diagnostics.error(code, "nothing to read", at: nil)
        return diagnostics
    }

    static func lookup(_ file: String) -> [UInt8]? { file == "specs/sessions.yaml" ? Array(sessions.utf8) : nil }

    static func golden(_ name: String, file: String = #filePath) -> URL {
        URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
    }

    @Test func text() throws {
        try expect(Self.diagnostics.text(sources: Self.lookup), matches: Self.golden("text.txt"))
    }

    @Test func coloredText() throws {
        let text = Self.diagnostics.text(isColored: true, sources: Self.lookup)
        try expect(text.replacingOccurrences(of: "\u{1B}", with: "<esc>"), matches: Self.golden("colored.txt"))
    }

    @Test func lines() throws {
        try expect(Self.diagnostics.lines, matches: Self.golden("lines.txt"))
    }

    @Test func json() throws {
        let text = Self.diagnostics.json
        try expect(text, matches: Self.golden("diagnostics.json"))
        let objects = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
        #expect(objects.count == 3)
        #expect(objects[0]["line"] as? Int == 9)
    }

    @Test func sarif() throws {
        let text = Self.diagnostics.sarif(version: "1.2.3", sources: Self.lookup)
        try expect(text, matches: Self.golden("diagnostics.sarif"))
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }

    @Test func whatIsSaidOfManyPlacesIsSaidOnce() throws {
        var diagnostics = Diagnostics()
        for needle in ["name", "in:", "schema", "type", "default"] {
            diagnostics.warning(Self.code, "unknown key", at: Self.place(needle, in: Self.sessions), help: "remove it")
            diagnostics.error(Self.code, "key of an unknown kind", at: Self.place(needle, in: Self.sessions))
        }
        diagnostics.warning(Self.code, "unknown key", at: Self.place("get", in: Self.sessions), help: "mend it")
        diagnostics.warning(Self.code, "unknown key", at: nil, help: "remove it")
        try expect(diagnostics.text(sources: Self.lookup), matches: Self.golden("repeated.txt"))
        #expect(diagnostics.lines.split(separator: "\n").count == 12)
    }

    @Test func withoutSourcesOnlyThePlaceIsShown() {
        let text = Self.diagnostics.all[0].text { _ in nil }
        #expect(
            text == """
                error[E0214]: `default` does not satisfy its own schema
                 --> specs/sessions.yaml:9:20
                note: the schema requires an integer
                 --> specs/sessions.yaml:8:17
                help: write `default: 100`

                """)
    }

    @Test func aTextInQuotesIsJSONOnOneLine() throws {
        #expect(jsonQuoted("é 中 🐝 /") == "\"é 中 🐝 /\"")
        #expect(jsonQuoted("\"a\\b\n\r\t\0\u{1B}") == #""\"a\\b\n\r\t\u0000\u001b""#)
        #expect(jsonQuoted("\u{7F}\u{85}\u{A0}\u{2028}\u{2029}") == "\"\\u007f\\u0085\u{A0}\\u2028\\u2029\"")
        let all = String(String.UnicodeScalarView((0...0x2030).compactMap { Unicode.Scalar($0) }))
        let read = try JSONSerialization.jsonObject(with: Data(jsonQuoted(all).utf8), options: .fragmentsAllowed)
        #expect((read as? String).map { Array($0.unicodeScalars) } == Array(all.unicodeScalars))
    }
}
