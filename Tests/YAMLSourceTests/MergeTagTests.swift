import ApusYAMLSource
import Testing

/// `!!merge <<` is `<<` with an explicit tag.
struct MergeTagTests {
    @Test(arguments: ["!!merge <<", "!<tag:yaml.org,2002:merge> <<", "!!merge '<<'", "<<"])
    func `a tagged merge key merges`(_ key: String) {
        let (root, diagnostics) = parsed("base: &base {a: 1, b: 2}\nwhole:\n  \(key): *base\n  b: 3\n")
        #expect(diagnostics.all.isEmpty)
        #expect(root?["whole"]?.outline == "{a: 1, b: 3}")
    }

    @Test func `a list of mappings merges, the first one wins`() {
        let (root, diagnostics) = parsed("a: &a {x: 1}\nb: {!!merge <<: [*a, {x: 2, y: 2}]}\n")
        #expect(diagnostics.all.isEmpty)
        #expect(root?["b"]?.outline == "{x: 1, y: 2}")
    }

    @Test func `the tag fits nothing else`() {
        #expect(codes("!!merge base: {a: 1}\n") == ["E0125"])
        #expect(codes("a: !!merge <<\n") == ["E0125"])
    }
}
