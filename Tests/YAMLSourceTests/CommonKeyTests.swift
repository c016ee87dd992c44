import ApusDiagnostics
import Testing
@testable import ApusYAMLSource

@Suite struct CommonKeyTests {
    private func root(_ text: String) throws -> Node {
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "test.yaml", bytes: Array(text.utf8))
        return try #require(parse(file, into: &diagnostics))
    }

    @Test func eachIsFoundByItsSpelling() throws {
        let lines = CommonKey.allCases.map { "\($0.spelling): value of \($0.spelling)\n" }
        let root = try root(lines.joined())
        for key in CommonKey.allCases {
            #expect(root[key]?.text == "value of \(key.spelling)")
            #expect(root[key.spelling] == root[key])
        }
    }

    @Test func spellingsDifferAndFitIntoASet() {
        #expect(Set(CommonKey.allCases.map(\.spelling)).count == CommonKey.allCases.count)
        #expect(CommonKey.allCases.count <= 64)
        #expect(CommonKey.reference.spelling == "$ref")
        #expect(CommonKey.enum.spelling == "enum")
        let keys: CommonKeys = [.minLength, .identifier]
        #expect(Set(keys.spellings) == ["$id", "minLength"])
    }

    @Test func aMappingWithoutOneDoesNotHaveIt() throws {
        let root = try root("a: {type: object}\nb: [type]\nc: type\n")
        #expect(root[.type] == nil)
        #expect(root["a"]?[.type]?.text == "object")
        #expect(root["a"]?[.allOf] == nil)
        #expect(root["b"]?[.type] == nil)
        #expect(root["c"]?[.type] == nil)
    }

    @Test func onlyKeysOfTheDocumentAreMentioned() throws {
        let root = try root("a: {type: object}\nb: not\n")
        #expect(root.documentMentions(.type))
        #expect(!root.documentMentions(.not))
        #expect(!root.documentMentions(.allOf))
    }

    @Test func membersOfSeveralKeysComeInTheirOrder() throws {
        let root = try root("pattern: a\nx: 1\nminLength: 2\ntype: string\n")
        #expect(root.members(of: [.minLength, .pattern, .maxLength]).map(\.key) == [.pattern, .minLength])
        #expect(root.members(of: [.minLength, .pattern]).map(\.value.text) == ["a", "2"])
        #expect(root.hasAny(of: [.allOf, .type]))
        #expect(!root.hasAny(of: [.allOf, .not]))
        #expect(!root.hasAny(of: CommonKeys([.type]).subtracting([.type])))
        #expect(try #require(root["x"]).members(of: [.type]).isEmpty)
    }
}
