import ApusDiagnostics
import ApusYAMLSource
import Testing

@testable import ApusOverlay

@Suite struct ActionTests {
    @Test(arguments: [
        // Members are merged, elements appended, scalars replaced.
        (
            "a: {b: 1, c: [1], d: {e: 2}}", "  - {target: $.a, update: {b: 3, c: [4, 5], d: {f: 6}, g: [7]}}",
            "{a:{b:3,c:[1,4,5],d:{e:2,f:6},g:[7]}}"
        ),
        ("a: [1]", "  - {target: $.a, update: 2}\n  - {target: $.a, update: [3, 4]}", "{a:[1,2,3,4]}"),
        ("a: {b: 1}", "  - {target: $.a.b, update: two}", "{a:{b:'two'}}"),
        ("{}", "  - {target: $, update: {x: {y: 1}}}", "{x:{y:1}}"),
        // Removal of several elements, of nested nodes, and of whole sections.
        ("a: [1, 2, 3, 4]", "  - {target: '$.a[0,2]', remove: true}", "{a:[2,4]}"),
        ("a: {b: {b: 1}, c: {b: 2}}", "  - {target: $..b, remove: true}", "{a:{c:{}}}"),
        ("a: {b: 1}", "  - {target: $.a, remove: true, update: {c: 1}}", "{}"),
        // Each action applies to the result of the previous ones.
        (
            "a: {}",
            "  - {target: $.a, update: {b: {}}}\n  - {target: $.a.b, update: {c: 1}}\n  - {target: $.a.b.c, update: 2}",
            "{a:{b:{c:2}}}"
        ),
        // An update of two targets creates two independent values.
        (
            "a: {}\nb: {}", "  - {target: '$[*]', update: {x: {}}}\n  - {target: $.a.x, update: {y: 1}}",
            "{a:{x:{y:1}},b:{x:{}}}"
        ),
        // A copy, including one of an ancestor of the target.
        ("a: {b: 1}\nc: {}", "  - {target: $.c, copy: $.a}\n  - {target: $.a.b, update: 2}", "{a:{b:2},c:{b:1}}"),
        ("a: {b: {}}", "  - {target: $.a.b, copy: $}", "{a:{b:{a:{b:{}}}}}"),
        // Each alias of a node is a node of its own.
        ("a: &x {n: 1}\nb: *x", "  - {target: $.b, update: {n: 2}}", "{a:{n:1},b:{n:2}}"),
        // An action without a change is valid.
        ("a: 1", "  - {target: $.a}", "{a:1}"),
    ])
    func changes(_ document: String, actions: String, result: String) throws {
        let (tree, problems) = applied(overlay(actions), to: document)
        #expect(problems == [])
        #expect(try json(#require(tree)) == result)
    }

    @Test(arguments: [
        ("a: {b: 1}", "  - {target: $.x, remove: true}", "E0603 this matches nothing in the description"),
        ("a: {b: {}}", "  - {target: $.a, update: {b: 1}}", "E0604 an integer cannot be merged into a mapping"),
        ("a: {b: {}}", "  - {target: $.a, update: 1}", "E0604 an integer cannot be merged into a mapping"),
        ("a: 1", "  - {target: $.a, update: [1]}", "E0604 a sequence cannot be merged into an integer"),
        ("a: {b: 1, c: {}}", "  - {target: $.a.*, update: 2}", "E0604 the target matches nodes of different kinds"),
        ("a: 1", "  - {target: $, remove: true}", "E0604 the root of the description cannot be removed"),
        ("a: {b: 1}", "  - {target: $.a, copy: $..b.c}", "E0604 `copy` must match one node, but matches 0"),
    ])
    func `what does not fit is reported where the overlay says it`(_ document: String, actions: String, problem: String)
    {
        #expect(applied(overlay(actions), to: document).problems == ["overlay.yaml:4: " + problem])
    }

    @Test func `nodes keep the places and get the pointers of where they are`() throws {
        let (result, problems) = applied(
            overlay("  - target: $.a\n    update:\n      c: [{d: 1}]\n"), to: "x: 0\na:\n  b: 1\n")
        #expect(problems == [])
        let root = try #require(result)
        let added = try #require(root.resolve(pointer: "/a/c/0/d"))
        #expect(added.pointer == "/a/c/0/d")
        #expect(added.place.file == "overlay.yaml" && added.place.line == 6)
        #expect(added.file.path == "overlay.yaml")
        let kept = try #require(root.resolve(pointer: "/a/b"))
        #expect(kept.place.file == "openapi.yaml" && kept.place.line == 3 && kept.pointer == "/a/b")
        #expect(root.file.path == "openapi.yaml")
        #expect(root["a"]?.entries.map(\.keyNode.pointer) == ["/a/b", "/a/c"])
    }

    @Test func `overlays cannot make a document endless`() {
        let limits = Limits(maximumBytes: 1 << 20, maximumDepth: 64, maximumNodes: 20_000)
        var wide = ""
        for n in 0..<40 { wide += "  - {target: $..a, update: [{a: []}, {a: []}], description: '\(n)'}\n" }
        let exploding = applied(overlay(wide), to: "a: []", limits: limits)
        #expect(exploding.result == nil)
        #expect(exploding.problems.map { $0.suffix(13) } == ["after editing"])

        var deep = ""
        for n in 0..<200 { deep += "  - {target: $.a, copy: $, description: '\(n)'}\n" }
        let sinking = applied(overlay(deep), to: "a: {}", limits: limits)
        #expect(sinking.result == nil)
        #expect(sinking.problems.map { $0.suffix(13) } == ["after editing"])
    }
}
