import ApusYAMLSource
import Testing

@Suite struct NodeDocumentTests {
    @Test func isWithinWhatItIsWrittenIn() throws {
        let root = try #require(parsed("a: {b: [1, &x {c: 2}]}\nd: {e: *x}\n").root)
        let a = try #require(root["a"])
        let d = try #require(root["d"])
        let c = try #require(root.resolve(pointer: "/a/b/1/c"))
        #expect(c.isWithin(a))
        #expect(c.isWithin(root))
        #expect(!c.isWithin(d))
        #expect(!a.isWithin(a))
        #expect(!root.isWithin(root))
        #expect(!a.isWithin(c))
        // The parent of a node with aliases is the one at its anchor.
        let repeated = try #require(d["e"])
        #expect(repeated.isWithin(a))
        #expect(!repeated.isWithin(d))
    }

    @Test func isNotWithinAnotherDocument() throws {
        let one = try #require(parsed("a: {b: 1}").root)
        let other = try #require(parsed("a: {b: 1}").root)
        let b = try #require(one.resolve(pointer: "/a/b"))
        #expect(b.isWithin(one))
        #expect(!b.isWithin(other))
    }
}
