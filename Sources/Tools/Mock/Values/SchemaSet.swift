import ApusExamples
import ApusModels
import ApusServer

/// The schemas of a description in one direction: makes values, reads texts, and checks both.
final class SchemaSet: Sendable {
    private let schemas: ExampleSchemas
    private let document: SchemaDocument
    private let seed: UInt64

    init(_ definitions: JSONObject, seed: UInt64) throws {
        schemas = ExampleSchemas(definitions)
        self.seed = seed
        document = try SchemaDocument(["$defs": .object(definitions)])
    }

    var definitions: JSONObject { schemas.definitions }

    func violations(of value: JSONValue, by name: String) -> [Violation] { document.violations(of: value, by: name) }

    // MARK: Making

    /// Makes a value of a schema. It is the same for the same purpose and seed.
    ///
    /// - Parameter isDynamic: Whether examples of the description are ignored.
    func make(_ name: String, for purpose: String, isDynamic: Bool = false) -> ExampleSearch.Made? {
        guard let schema = definitions[name] else { return nil }
        var search = ExampleSearch(schemas, random: SeededGenerator(seed: seed, for: purpose))
        return search.make(
            schema, styles: isDynamic ? Self.dynamicStyles : [Self.described] + Self.dynamicStyles, tries: 4
        ) { violations(of: $0, by: name) }
    }

    /// The examples of the description, and data where it has none.
    private static let described = ExampleStyle(usesExamples: true, members: .all, count: 1...1, firstVariant: 0)

    /// All data, then the least data, with other variants of unions each time.
    private static let dynamicStyles: [ExampleStyle] = (0..<6).flatMap { variant -> [ExampleStyle] in
        [
            ExampleStyle(members: .all, count: 1...1, firstVariant: variant),
            ExampleStyle(members: .required, count: 0...0, firstVariant: variant),
        ]
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
        let style = ExampleStyle(members: .all, count: 1...1, firstVariant: variant)
        var maker = ExampleMaker(schemas, style: style, random: SeededGenerator(seed: 0))
        return maker.merge(schema)
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
