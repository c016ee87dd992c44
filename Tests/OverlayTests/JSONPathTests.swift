import ApusYAMLSource
import Testing

@testable import ApusOverlay

/// Queries of RFC 9535. The first ones are those of its section 1.5.
@Suite struct JSONPathTests {
    private static let store = """
        store:
          book:
            - {category: reference, author: Nigel Rees, title: Sayings of the Century, price: 8.95}
            - {category: fiction, author: Evelyn Waugh, title: Sword of Honour, price: 12.99}
            - {category: fiction, author: Herman Melville, title: Moby Dick, isbn: 0-553-21311-3, price: 8.99}
            - {category: fiction, author: J. R. R. Tolkien, title: The Lord of the Rings, isbn: 0-395-19395-8, price: 22.99}
          bicycle: {color: red, price: 399}
        """

    private static let values = """
        o: {"j j": {"k.k": 3}, "'": {"@": 2}, x-y: 1}
        a: [3, 5, 1, 2, 4, 6, {b: j}, {b: k}, {b: {}}, {b: kilo}]
        n: {t: true, f: false, nil: null, e: {}, s: [], u: "ü", big: 1e2, hundred: 100}
        w: [[1, 2], [1, 2], [2, 1], {p: 1, q: 2}, {q: 2, p: 1}]
        """

    static let queries: [(document: String, query: String, pointers: [String])] = [
        (store, "$.store.book[*].author", (0...3).map { "/store/book/\($0)/author" }),
        (store, "$..author", (0...3).map { "/store/book/\($0)/author" }),
        (store, "$.store.*", ["/store/book", "/store/bicycle"]),
        (
            store, "$.store..price",
            [
                "/store/book/0/price", "/store/book/1/price", "/store/book/2/price", "/store/book/3/price",
                "/store/bicycle/price",
            ]
        ),
        (store, "$..book[2]", ["/store/book/2"]),
        (store, "$..book[-1]", ["/store/book/3"]),
        (store, "$..book[0,1]", ["/store/book/0", "/store/book/1"]),
        (store, "$..book[:2]", ["/store/book/0", "/store/book/1"]),
        (store, "$..book[?@.isbn]", ["/store/book/2", "/store/book/3"]),
        (store, "$..book[?@.price<10]", ["/store/book/0", "/store/book/2"]),
        (store, "$..book[?@.price < $.store.bicycle.price && @.category == 'reference']", ["/store/book/0"]),
        (store, "$", [""]),
        (values, "$.o['j j']['k.k']", ["/o/j j/k.k"]),
        (values, #"$.o["'"]["@"]"#, ["/o/'/@"]),
        (values, #"$.o['\'']"#, ["/o/'"]),
        (values, #"$["o"]["x\u002dy"]"#, ["/o/x-y"]),
        (values, "$.o.x-y", ["/o/x-y"]),
        (values, "$.a[1:3]", ["/a/1", "/a/2"]),
        (values, "$.a[5:]", ["/a/5", "/a/6", "/a/7", "/a/8", "/a/9"]),
        (values, "$.a[1:5:2]", ["/a/1", "/a/3"]),
        (values, "$.a[5:1:-2]", ["/a/5", "/a/3"]),
        (values, "$.a[::-5]", ["/a/9", "/a/4"]),
        (values, "$.a[:-8]", ["/a/0", "/a/1"]),
        (values, "$.a[::0]", []),
        (values, "$.a[9007199254740991]", []),
        (values, "$.a[?@ > 3.5]", ["/a/1", "/a/4", "/a/5"]),
        (values, "$.a[?@.b == 'kilo']", ["/a/9"]),
        (values, "$.a[?@.b]", ["/a/6", "/a/7", "/a/8", "/a/9"]),
        (values, "$.a[?@ < 2 || @.b == \"k\"]", ["/a/2", "/a/7"]),
        (values, "$.a[?match(@.b, '[jk]')]", ["/a/6", "/a/7"]),
        (values, "$.a[?search(@.b, '[jk]')]", ["/a/6", "/a/7", "/a/9"]),
        (values, "$.a[?!search(@.b, '(')]", (0...9).map { "/a/\($0)" }),
        (values, "$.a[?length(@.b) == 4]", ["/a/9"]),
        (values, "$.a[?count(@.*) >= 1]", ["/a/6", "/a/7", "/a/8", "/a/9"]),
        (values, "$.a[?value(@..b) == 'j']", ["/a/6"]),
        (values, "$.n[?@ == true || @ == null]", ["/n/t", "/n/nil"]),
        (values, "$.n[?@ != false && !(@ == true)]", ["/n/nil", "/n/e", "/n/s", "/n/u", "/n/big", "/n/hundred"]),
        (values, "$.n[?@ == 1E2]", ["/n/big", "/n/hundred"]),
        (values, "$.n[?length(@) == 1]", ["/n/u"]),
        (values, "$.n[?@.x == $.y]", ["/n/t", "/n/f", "/n/nil", "/n/e", "/n/s", "/n/u", "/n/big", "/n/hundred"]),
        (values, "$.w[?@ == $.w[0]]", ["/w/0", "/w/1"]),
        (values, "$.w[?@ == $.w[3]]", ["/w/3", "/w/4"]),
        (values, "$.w..[?@ == 1]", ["/w/0/0", "/w/1/0", "/w/2/1", "/w/3/p", "/w/4/p"]),
        (values, "$ .o [ 'x-y' , 'x-y' ]", ["/o/x-y"]),
        (values, "$.missing.deeper[0]", []),
    ]

    @Test(arguments: queries.map(\.query)) func selects(_ query: String) throws {
        let test = try #require(Self.queries.first { $0.query == query })
        let root = try #require(tree(test.document))
        var evaluator = JSONPathEvaluator(root: EditableDocument(root).root)
        let nodes = evaluator.nodes(try JSONPathParser.parse(query))
        #expect(Set(nodes.map { $0.node.origin.pointer }) == Set(test.pointers))
        #expect(nodes.count == test.pointers.count)
    }

    @Test(arguments: [
        ("", 0), ("o", 0), ("$.", 2), ("$..", 3), ("$.1", 2), ("$x", 1), ("$[", 2), ("$[]", 2), ("$['a'", 5),
        ("$['a", 2),
        ("$[01]", 2), ("$[-0]", 2), ("$[9007199254740992]", 2), ("$[?]", 3), ("$[?1]", 3), ("$[?@.a == ]", 10),
        ("$[?@.* == 1]", 3), ("$[?length(@.*) == 1]", 10), ("$[?foo(@)]", 3), ("$[?(@.a]", 7), ("$[?match(@.a)]", 12),
        (#"$['\x']"#, 4), (#"$['\ud800']"#, 9), ("$[?!@.a == 1]", 4), ("$[?@.a == 01]", 10), ("$ ", 1),
    ])
    func `a malformed query is refused where it is`(_ query: String, position: Int) {
        #expect {
            _ = try JSONPathParser.parse(query)
        } throws: { error in
            (error as? JSONPathError)?.position == position
        }
    }

    @Test func `deep nesting is refused`() {
        let query = "$[?" + String(repeating: "(", count: 5000) + "@.a" + String(repeating: ")", count: 5000) + "]"
        #expect(throws: JSONPathError.self) { try JSONPathParser.parse(query) }
        #expect(throws: JSONPathError.self) { try JSONPathParser.parse("$" + String(repeating: "[?@", count: 5000)) }
    }

    @Test func `a query that explodes stops`() throws {
        let root = try #require(tree(String(repeating: "[", count: 200) + String(repeating: "]", count: 200)))
        var evaluator = JSONPathEvaluator(root: EditableDocument(root).root, maximumSteps: 50_000)
        _ = evaluator.nodes(try JSONPathParser.parse("$" + String(repeating: "..*", count: 30)))
        #expect(evaluator.isExhausted)
    }
}
