import ApusModels
import ApusServer

/// The schemas of a description in one direction: makes values, reads texts, and checks both.
final class SchemaSet: Sendable {
    let definitions: JSONObject
    private let document: SchemaDocument
    private let seed: UInt64

    init(_ definitions: JSONObject, seed: UInt64) throws {
        self.definitions = definitions
        self.seed = seed
        document = try SchemaDocument(["$defs": .object(definitions)])
    }

    func violations(of value: JSONValue, by name: String) -> [Violation] { document.violations(of: value, by: name) }

    // MARK: Making

    /// A value that was made, and why it is not valid, if it is not.
    struct Made {
        var value: JSONValue
        var violations: [Violation] = []
    }

    /// Makes a value of a schema. It is the same for the same purpose and seed.
    ///
    /// - Parameter isDynamic: Whether examples of the description are ignored.
    func make(_ name: String, for purpose: String, isDynamic: Bool = false) -> Made? {
        guard let schema = definitions[name] else { return nil }
        var first: Made?
        for attempt in 0..<12 {
            // Examples, then data without examples, then the least data, with other variants of unions each time.
            var maker = ExampleMaker(
                definitions: definitions, random: SeededGenerator(seed: seed &+ UInt64(attempt), for: purpose),
                usesExamples: attempt == 0 && !isDynamic, isComplete: attempt < 2 || attempt % 2 == 1,
                firstVariant: max(0, (attempt - 1) / 2))
            guard let value = maker.make(schema) else { continue }
            let violations = violations(of: value, by: name)
            if violations.isEmpty { return Made(value: value) }
            if first == nil || attempt == 1 { first = Made(value: value, violations: violations) }
        }
        return first
    }

    // MARK: Reading

    /// How texts are read as values of a schema, or of any value.
    func reading(_ name: String?) -> SchemaValue {
        let schema = name.flatMap { definitions[$0] } ?? true
        return SchemaValue(
            form: form(of: schema, levels: 3),
            read: { [self] tree in
                let candidates = TextValues(schemas: self).candidates(tree, schema)
                guard let name else { return candidates[0] }
                return candidates.first { violations(of: $0, by: name).isEmpty } ?? candidates[0]
            },
            violations: { [self] value in name.map { violations(of: value, by: $0) } ?? [] })
    }

    func merged(_ schema: JSONValue, variant: Int = 0) -> MergedSchema? {
        ExampleMaker(definitions: definitions, random: SeededGenerator(seed: 0), firstVariant: variant)
            .mergedForReading(schema)
    }

    func form(of schema: JSONValue, levels: Int) -> TextForm {
        guard levels > 0, let merged = merged(schema) else { return TextForm(.undecided) }
        let types = merged.likelyTypes
        if types.contains("object") {
            let members = merged.properties.map { ($0.name, form(of: $0.schema, levels: levels - 1)) }
            return TextForm(
                .object, members: members, hasOtherMembers: merged["additionalProperties"]?.bool != false)
        }
        if types.contains("array") { return TextForm(.array) }
        return TextForm(types.isEmpty ? .undecided : .scalar)
    }
}
