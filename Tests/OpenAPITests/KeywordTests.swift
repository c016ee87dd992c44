import ApusDiagnostics
import ApusYAMLSource
import Testing

@testable import ApusOpenAPI

@Suite struct KeywordTests {
    @Test func `each keyword is found by its spelling`() throws {
        let lines = Keyword.allCases.map { "\($0.spelling): value of \($0.spelling)\n" }
        var diagnostics = Diagnostics()
        let file = SourceFile(path: "test.yaml", bytes: Array(lines.joined().utf8))
        let root = try #require(parse(file, keys: .openAPI, into: &diagnostics))
        for keyword in Keyword.allCases {
            #expect(root[keyword]?.text == "value of \(keyword.spelling)")
            #expect(root.members(of: [keyword]).map(\.key) == [keyword])
        }
    }

    @Test func `the fields of a schema are the rows with a type of operand`() {
        #expect(ObjectGrammar.schema.fields.count == Keyword.table.count { $0.field != nil })
        #expect(ObjectGrammar.schema.fields["$defs"]?.since == .v3_1)
        #expect(ObjectGrammar.schema.fields["x-apus-rules"] == nil)
    }

    @Test func `operands have kinds`() {
        #expect(Keyword.minLength.operand == .count)
        #expect(Keyword.exclusiveMinimum.operand == .number)
        #expect(Keyword.additionalProperties.operand == .schema)
        #expect(Keyword.prefixItems.operand == .schemaList)
        #expect(Keyword.patternProperties.operand == .schemaMap)
        #expect(Keyword.dependentRequired.operand == .other)
        #expect(Keyword.rules.operand == .other)
    }

    @Test func `sets have spellings`() {
        #expect(KeywordSet([.minLength, .identifier]).spellings == ["$id", "minLength"])
    }
}
