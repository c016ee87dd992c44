import ApusYAMLSource
import Testing

struct ChildrenTests {
    private let root = parsed("first: [1, 2]\nsecond: { a: x, b: y }\nthird: [3, 4, 5]\n").root

    @Test("elements are numbered from 0, wherever the sequence stands")
    func elements() throws {
        let elements = try #require(root?["third"]).elements
        #expect(elements.indices == 0..<3)
        #expect(elements[0].text == "3")
        #expect(elements[2].text == "5")
        #expect(elements.map(\.text) == ["3", "4", "5"])
    }

    @Test("entries are numbered from 0, wherever the mapping stands")
    func entries() throws {
        let entries = try #require(root?["second"]).entries
        #expect(entries.indices == 0..<2)
        #expect(entries[1].key == "b")
        #expect(entries[1].value.text == "y")
        #expect(entries.map(\.key) == ["a", "b"])
    }
}
