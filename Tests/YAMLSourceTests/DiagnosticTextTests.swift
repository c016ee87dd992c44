import Foundation
import TestSupport
import Testing

/// The diagnostics for each kind of broken file. Each case is a YAML or JSON text and a golden file with the exact
/// output.
struct DiagnosticTextTests {
    static let cases: [(name: String, file: String, text: String)] = [
        ("tab", "test.yaml", "info:\n\ttitle: x\n"),
        ("unclosed-quote", "test.yaml", "info:\n  title: \"Example\n  version: 1\n"),
        ("unclosed-list", "test.yaml", "tags: [a, b\ninfo:\n  title: x\n"),
        ("colon-in-text", "test.yaml", "info:\n  description: Note: this fails\n"),
        ("indentation", "test.yaml", "info:\n  title: x\n version: 1\n"),
        ("missing-colon", "test.yaml", "info:\n  title x\n  version: 1\n"),
        ("escape", "test.yaml", "pattern: \"^\\d+$\"\n"),
        ("reserved", "test.yaml", "name: @home\n"),
        ("backtick", "test.yaml", "name: `x`\n"),
        ("duplicate-key", "test.yaml", "info:\n  title: a\n  version: 1\n  title: b\npaths: {}\npaths: {}\n"),
        ("key-in-braces", "test.yaml", "paths:\n  {id}: 1\n"),
        ("unknown-alias", "test.yaml", "a: &base {}\nb: *bsae\n"),
        ("cyclic-alias", "test.yaml", "a: &a\n  b: [*a]\n"),
        ("two-documents", "test.yaml", "a: 1\n---\nb: 2\n"),
        ("no-break-space", "test.yaml", "info:\n\u{A0}\u{A0}title: x\n  version: '1'\n"),
        ("no-break-space-in-list", "test.yaml", "tags:\n  - a\n\u{A0} - b: c\n  - d\n"),
        ("wide-space", "test.yaml", "info:\n  title: x\n \u{3000}version: '1'\n"),
        ("null-key", "test.yaml", "properties:\n  ~: {}\n  on: {}\n  True: {}\n"),
        ("json-yaml", "test.json", "# A comment.\nopenapi: 3.1.0\ninfo: {title: x}\n"),
        ("json-comma", "test.json", "{\n  \"a\": 1,\n}\n"),
        ("json-unclosed", "test.json", "{\n  \"a\": [1, 2\n"),
        ("json-comment", "test.json", "{\n  // no\n  \"a\": 1\n}\n"),
        ("json-duplicate", "test.json", "{\"a\": 1, \"a\": 2}\n"),
        ("json-surrogate", "test.json", "{\"a\": \"x\\ud83d\"}\n"),
    ]

    @Test(arguments: cases.map(\.name))
    func output(name: String) throws {
        let test = try #require(Self.cases.first { $0.name == name })
        let text = parsed(test.text, name: test.file).diagnostics.text { _ in Array(test.text.utf8) }
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Goldens/\(name).txt")
        try expect(text, matches: golden)
    }
}
