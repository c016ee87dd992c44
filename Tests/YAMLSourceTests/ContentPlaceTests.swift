import ApusYAMLSource
import Testing

@Suite struct ContentPlaceTests {
    /// `@` in a text marks the position in the scalar's content.
    @Test(arguments: [
        ("a: bc@d", 1, 6), ("a: 'it''s @'", 1, 11), (#"a: "\u0061\n\"@""#, 1, 15),
        ("a: |\n  one\n  two @", 3, 7), ("a: >-\n    one\n    two @ x", 3, 9), ("a: one\n  two\n  @", 3, 3),
        ("a: 'one\n\n  two @'", 3, 7), ("a: é@", 1, 5), ("a: |2\n   one @", 2, 8), ("a: \"x \\\n  @\"", 2, 3),
    ])
    func positions(_ text: String, _ line: Int, _ column: Int) throws {
        let (root, diagnostics) = parsed(text)
        #expect(diagnostics.all.isEmpty)
        let scalar = try #require(root?["a"])
        let position = try #require(Array(scalar.text.unicodeScalars).firstIndex(of: "@"))
        let place = scalar.place(ofContentAt: position)
        #expect(place.line == line)
        #expect(place.column == column)
        #expect(place.length == 1)
    }

    @Test func surrogatePairs() throws {
        let scalar = try #require(parsed(#"{"a": "\ud83d\ude00@"}"#, name: "test.json").root?["a"])
        #expect(scalar.place(ofContentAt: 1).column == 20)
    }

    @Test func behindTheEnd() throws {
        let scalar = try #require(parsed("a: bcd").root?["a"])
        let place = scalar.place(ofContentAt: 3)
        #expect(place.column == 7)
        #expect(place.length == 0)
    }
}
