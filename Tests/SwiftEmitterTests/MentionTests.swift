import ApusAPIModel
import Testing

struct MentionTests {
    private static let reference = JSONLiteral.object([.init("$ref", .reference(TypeID("Other")))])
    /// A value that looks like a reference.
    private static let value = JSONLiteral.object([.init("$ref", .string("#/Other"))])

    @Test(arguments: ["not", "allOf", "items", "additionalProperties"]) func subschemas(_ keyword: String) {
        #expect(mentions(keyword, Self.reference) == ["Other"])
        #expect(mentions(keyword, .array([Self.reference])) == ["Other"])
    }

    /// A value may have a member of any name.
    @Test(arguments: ["const", "enum", "default", "example", "examples"]) func values(_ keyword: String) {
        #expect(mentions(keyword, Self.value) == [])
        #expect(mentions(keyword, .array([Self.value])) == [])
        #expect(mentions("not", .object([.init(keyword, Self.value)])) == [])
    }

    @Test(arguments: ["const", "default", "$ref", "properties"]) func propertiesNamedLikeKeywords(_ name: String) {
        #expect(mentions("properties", .object([.init(name, Self.reference)])) == ["Other"])
    }

    private func mentions(_ keyword: String, _ operand: JSONLiteral) -> [String] {
        TypeUse.of(.any, .that(keyword, operand)).mentions.map(\.name)
    }
}
