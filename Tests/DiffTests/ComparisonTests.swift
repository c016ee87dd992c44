import ApusAPIModel
import ApusDiff
import Testing

@Suite struct ComparisonTests {
    @Test(arguments: edits)
    func `each kind of change has its verdicts`(_ edit: Edit) throws {
        let changes = try edit.changes()
        #expect(changes.map(brief) == edit.expected)
        for change in changes {
            #expect(change.old != nil || change.new != nil || change.code.id.hasPrefix("server"))
            for level in Level.allCases where change.verdict(for: level) != .safe {
                #expect(change.reason(for: level)?.isEmpty == false)
            }
        }
    }

    /// Who sends and who receives are exchanged, so what breaks is too.
    @Test(arguments: [("maxLength: 20", "maxLength: 10"), ("[small, large]", "[small]"), ("[alive, lost]", "[alive]")])
    func `the way back breaks the other side`(_ old: String, _ new: String) throws {
        let (before, after) = (try lowered(pets), try lowered(pets.replacing(old, with: new)))
        let (there, back) = (compare(before, after), compare(after, before))
        #expect(there.map(\.clients) == back.map(\.servers))
        #expect(there.map(\.servers) == back.map(\.clients))
    }

    @Test func `a new variant is not known to who receives it`() throws {
        let fewer = pets.replacing(", {$ref: \"#/components/schemas/Milk\"}]", with: "]")
        #expect(compare(try lowered(fewer), try lowered(pets)).map(brief) == ["variant-added clients source"])
    }

    @Test(arguments: [
        (", then: {pattern: \"^a\"}", ["constraint-changed clients? servers?"]),
        (", else: {pattern: \"^a\"}", ["constraint-changed clients? servers?"]), ("", []),
    ])
    func `another condition is a change if something follows from it`(_ consequence: String, _ expected: [String])
        throws
    {
        func described(_ condition: String) throws -> API {
            try lowered(pets.replacing("maxLength: 20", with: "maxLength: 20, if: {\(condition)}\(consequence)"))
        }
        #expect(compare(try described("minLength: 5"), try described("minLength: 6")).map(brief) == expected)
        #expect(compare(try described("minLength: 5"), try described("minLength: 5")).isEmpty)
    }

    @Test(arguments: [
        ("type: string", "type: string, maxLength: 9", ["constraint-narrowed clients"]),
        ("type: string, enum: [a]", "type: string, enum: [a, b]", ["constraint-widened servers"]),
        ("type: string", "type: string, format: uuid", ["type-narrowed clients"]),
        ("type: integer, minimum: 1", "type: integer, minimum: 0", ["constraint-widened servers"]),
        ("type: integer", "type: string", ["type-changed clients servers"]),
        ("oneOf: [{pattern: a}]", "oneOf: [{pattern: b}]", ["constraint-changed clients? servers?"]),
    ])
    func `a text body is compared by its schema`(_ old: String, _ new: String, _ expected: [String]) throws {
        func described(_ schema: String) throws -> API {
            let json = "application/json: {schema: {$ref: \"#/components/schemas/NewPet\"}}"
            return try lowered(pets.replacing(json, with: "text/plain: {schema: {\(schema)}}"))
        }
        #expect(compare(try described(old), try described(new)).map(brief) == expected)
    }

    @Test func `a description equals itself`() throws {
        #expect(compare(try lowered(pets), try lowered(pets)).isEmpty)
    }

    @Test func `a schema used both ways is one change`() throws {
        let both = pets.replacing("schemas/NewPet", with: "schemas/Pet")
        let changes = compare(
            try lowered(both), try lowered(both.replacing("required: [id, status]", with: "required: [status]")))
        #expect(changes.map(brief) == ["property-became-optional clients servers source"])
    }

    @Test func `both places are those of the changed part`() throws {
        let change = try #require(try Edit("maxLength: 20", "maxLength: 10").changes().first)
        #expect(change.old?.place.file == "old.yaml")
        #expect(change.new?.place.file == "new.yaml")
        #expect(change.old?.pointer == "/components/schemas/NewPet/properties/name/maxLength")
        #expect(change.new?.place.line == change.old?.place.line)
    }
}
