import ApusDiagnostics
import Testing

@testable import ApusYAMLSource

@Suite struct KnownKeysTests {
    private let keys = KnownKeys(["type", "not", "allOf", "pattern", "minLength"] + (5..<100).map { "key\($0)" })

    private func root(_ text: String) throws -> Node {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "test.yaml", bytes: Array(text.utf8))
        return try #require(parse(file, keys: keys, into: &diagnostics))
    }

    @Test func eachIsFoundByItsNumber() throws {
        let root = try root(keys.spellings.map { "\($0): value of \($0)\n" }.joined())
        for (number, spelling) in keys.spellings.enumerated() {
            #expect(root[known: UInt32(number)]?.text == "value of \(spelling)")
            #expect(root[spelling] == root[known: UInt32(number)])
        }
    }

    @Test func aMappingWithoutOneDoesNotHaveIt() throws {
        let root = try root("a: {type: object}\nb: [type]\nc: type\n")
        #expect(root[known: 0] == nil)
        #expect(root["a"]?[known: 0]?.text == "object")
        #expect(root["a"]?[known: 2] == nil)
        #expect(root["b"]?[known: 0] == nil)
        #expect(root["c"]?[known: 0] == nil)
    }

    @Test func onlyKeysOfTheDocumentAreMentioned() throws {
        let root = try root("a: {type: object}\nb: not\n")
        #expect(root.documentMentions(known: 0))
        #expect(!root.documentMentions(known: 1))
    }

    @Test func membersOfSeveralKeysComeInTheirOrder() throws {
        let root = try root("pattern: a\nx: 1\nminLength: 2\ntype: string\nkey99: 3\n")
        #expect(root.members(of: KeyNumbers([4, 3, 2])).map(\.number) == [3, 4])
        #expect(root.members(of: KeyNumbers([4, 3])).map(\.value.text) == ["a", "2"])
        #expect(root.hasAny(of: KeyNumbers([2, 99])))
        #expect(!root.hasAny(of: KeyNumbers([2, 1, 98])))
        #expect(!root.hasAny(of: KeyNumbers([0, 99]).subtracting(KeyNumbers([0, 99]))))
        #expect(try #require(root["x"]).members(of: KeyNumbers([0])).isEmpty)
    }

    @Test func anEditedDocumentHasTheSameNumbers() throws {
        let document = EditableDocument(try root("a: {type: object}\n"))
        var diagnostics = Diagnostics()
        let edited = try #require(document.finish(into: &diagnostics))
        #expect(edited.hasNumbers(of: keys))
        #expect(!edited.hasNumbers(of: .none))
        #expect(edited["a"]?[known: 0]?.text == "object")
    }
}
