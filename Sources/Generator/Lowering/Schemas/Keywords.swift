import ApusOpenAPI
import ApusYAMLSource

/// Keywords by their effect on a type. The table of `Keyword` defines the keywords themselves.
enum Keywords {
    /// Keywords that decide the type of a schema.
    static let structural: KeywordSet = [
        .reference, .dynamicReference, .allOf, .oneOf, .anyOf, .properties, .required, .additionalProperties, .items,
        .prefixItems, .patternProperties, .enum, .const, .format, .contentEncoding, .discriminator,
        .unevaluatedProperties,
    ]

    /// They list alternatives.
    static let alternatives: [Keyword] = [.oneOf, .anyOf]

    /// Keywords with assertions that a type cannot express, each about one kind of value, in the order of constraints.
    private static let inOrder: [Keyword] = [
        .minLength, .maxLength, .pattern,
        .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf,
        .minItems, .maxItems, .uniqueItems, .contains, .minContains, .maxContains, .unevaluatedItems,
        .minProperties, .maxProperties, .propertyNames, .patternProperties, .dependentRequired, .dependentSchemas,
        .not, .if, .then, .else,
    ]

    static let asserting = KeywordSet(inOrder)

    private static let ranks = Dictionary(uniqueKeysWithValues: inOrder.enumerated().map { ($1, $0) })

    /// The assertions of a schema with their operands in order.
    static func assertions(in schema: Schema) -> [(keyword: Keyword, value: Node)] {
        var found = schema.node.members(of: asserting)
        if found.count > 1 { found.sort { ranks[$0.key]! < ranks[$1.key]! } }
        return found.compactMap { keyword, value in
            schema.operand(value, of: keyword.spelling).map { (keyword, $0) }
        }
    }

    /// Keywords that depend on each other, so they remain in one schema.
    static let coupled = [
        [Keyword.if, .then, .else], [.contains, .minContains, .maxContains], [.prefixItems, .items],
        [.patternProperties, .additionalProperties],
    ].map { Set($0.map(\.spelling)) }

    // The same sets by spelling, to iterate over keys.

    static let schemas = spellings { $0.operand == .schema }
    static let schemaLists = spellings { $0.operand == .schemaList }
    static let schemaMaps = spellings { $0.operand == .schemaMap }
    static let annotations = spellings(where: \.isAnnotation)

    private static func spellings(where isMeant: (Keyword) -> Bool) -> Set<String> {
        Set(Keyword.allCases.filter(isMeant).map(\.spelling))
    }

    /// Formats that are validated but have no type.
    static let checkedFormats: Set<String> = [
        "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri-reference", "iri", "iri-reference",
        "uri-template", "json-pointer", "relative-json-pointer", "regex", "time", "duration",
    ]

    /// Whether no keyword decides the type of the value.
    static func isStructural(_ schema: Schema, ignoring ignored: KeywordSet = []) -> Bool {
        schema.booleanValue != nil || schema.node.hasAny(of: structural.subtracting(ignored))
    }
}
