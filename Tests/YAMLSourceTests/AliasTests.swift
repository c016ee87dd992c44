import ApusYAMLSource
import Testing

struct AliasTests {
    @Test func anAliasIsTheSameNode() {
        let root = parsed("a: &x {b: 1}\nc: *x\nd: [*x]").root
        #expect(root?["a"] == root?["c"])
        #expect(root?["d"]?.elements.first == root?["a"])
        #expect(root?["c"]?.pointer == "/a")
    }

    @Test func anAnchorCanBeGivenAgain() {
        #expect(parsed("a: &x 1\nb: *x\nc: &x 2\nd: *x").root?.outline == "{a: 1, b: 1, c: 2, d: 2}")
    }

    @Test func anAliasCanBeAKey() {
        #expect(parsed("a: &x name\n*x : 1").root?.outline == "{a: \"name\", name: 1}")
    }

    @Test func mergeKeysYieldToExplicitOnesAndToEarlierMappings() {
        let base = "base: &base {a: 1, b: 2}\nmore: &more {b: 3, c: 4}\n"
        #expect(parsed(base + "x: {<<: *base, b: 9}").root?["x"]?.outline == "{a: 1, b: 9}")
        #expect(parsed(base + "x: {b: 9, <<: *base}").root?["x"]?.outline == "{b: 9, a: 1}")
        #expect(parsed(base + "x: {<<: [*base, *more]}").root?["x"]?.outline == "{a: 1, b: 2, c: 4}")
        #expect(
            parsed(base + "x: &x {<<: *base}\ny: {<<: *x, z: {<<: *more}}").root?["y"]?.outline
                == "{a: 1, b: 2, z: {b: 3, c: 4}}")
        #expect(parsed("x: {<<: {a: 1}, b: 2}").root?["x"]?["a"]?.text == "1")
        #expect(parsed("x: {'<<': 1}").root?.outline == "{x: {<<: 1}}")
    }

    @Test func whatCannotBeMergedIsAnError() {
        #expect(codes("a: {<<: 1}") == ["E0122"])
        #expect(codes("a: &a {b: 1}\nc: {<<: [*a, x]}") == ["E0122"])
        #expect(codes("a: &a {b: 1}\nc:\n  <<: *a\n  <<: *a") == ["E0120"])
    }

    @Test func cyclesAndUnknownAnchorsAreErrors() {
        #expect(codes("&a [*a]") == ["E0124"])
        #expect(codes("a: &a {b: {<<: *a}}") == ["E0124", "E0122"])
        #expect(codes("a: &name 1\nb: *nmae\nc: *other") == ["E0123", "E0123"])
        #expect(parsed("a: &name 1\nb: *nmae").diagnostics.all[0].help == "did you mean `*name`?")
    }
}
