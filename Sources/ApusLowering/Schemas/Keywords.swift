import ApusOpenAPI
import ApusYAMLSource

/// JSON Schema's keywords by what they do to a type.
enum Keywords {
    /// They decide which type a schema becomes.
    static let structural: CommonKeys = [
        .reference, .dynamicReference, .allOf, .oneOf, .anyOf, .properties, .required, .additionalProperties, .items,
        .prefixItems, .patternProperties, .enum, .const, .format, .contentEncoding, .discriminator,
        .unevaluatedProperties,
    ]

    /// They list alternatives.
    static let alternatives: [CommonKey] = [.oneOf, .anyOf]

    /// They assert something that a type cannot hold, each about one kind of value.
    static let asserting = CommonKeys(assertions.map(\.keyword))

    private static let assertions: [(keyword: CommonKey, operand: Operand)] = [
        (.minLength, .count), (.maxLength, .count), (.pattern, .string),
        (.minimum, .number), (.exclusiveMinimum, .number), (.maximum, .number), (.exclusiveMaximum, .number),
        (.multipleOf, .number),
        (.minItems, .count), (.maxItems, .count), (.uniqueItems, .boolean),
        (.contains, .schema), (.minContains, .count), (.maxContains, .count), (.unevaluatedItems, .schema),
        (.minProperties, .count), (.maxProperties, .count), (.propertyNames, .schema),
        (.patternProperties, .schemaMap), (.dependentRequired, .any), (.dependentSchemas, .schemaMap),
        (.not, .schema), (.if, .schema), (.then, .schema), (.else, .schema),
    ]

    private static let ranks = Dictionary(uniqueKeysWithValues: assertions.enumerated().map { ($1.keyword, $0) })

    /// The assertions of a schema with their operands, in the order of `assertions`.
    static func assertions(in schema: Schema) -> [(keyword: CommonKey, operand: Operand, value: Node)] {
        var found = schema.node.members(of: asserting).map { (rank: ranks[$0.key]!, value: $0.value) }
        if found.count > 1 { found.sort { $0.rank < $1.rank } }
        return found.compactMap { rank, value in
            let (keyword, operand) = assertions[rank]
            return schema.operand(value, of: keyword.spelling).map { (keyword, operand, $0) }
        }
    }

    /// Keywords that mean something together, so that they stay with those of the same schema.
    static let coupled: [Set<String>] = [
        ["if", "then", "else"], ["contains", "minContains", "maxContains"], ["prefixItems", "items"],
        ["patternProperties", "additionalProperties"],
    ]

    enum Operand { case count, string, number, boolean, schema, schemaMap, any }

    /// They have subschemas as operands: one, a list, or a map.
    static let schemas: Set<String> = [
        "not", "if", "then", "else", "items", "contains", "additionalProperties", "propertyNames",
        "unevaluatedItems", "unevaluatedProperties", "contentSchema",
    ]
    static let schemaLists: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]
    static let schemaMaps: Set<String> = ["properties", "patternProperties", "dependentSchemas", "$defs"]

    /// They assert nothing.
    static let annotations: Set<String> = [
        "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples", "example", "xml",
        "externalDocs", "discriminator", "$comment", "nullable", "x-apus-message", "contentMediaType",
        // References are resolved, so that nothing depends on these names any more.
        "$id", "$schema", "$anchor", "$dynamicAnchor", "$vocabulary", "$defs", "definitions",
    ]

    /// The Swift name of what is sent, where that is a type of its own.
    static let requestName = "x-apus-request-name"

    /// Formats that are checked but have no type of their own.
    static let checkedFormats: Set<String> = [
        "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri-reference", "iri", "iri-reference",
        "uri-template", "json-pointer", "relative-json-pointer", "regex", "time", "duration",
    ]

    /// Whether a schema says nothing about which type a value has.
    static func isStructural(_ schema: Schema, ignoring ignored: CommonKeys = []) -> Bool {
        schema.booleanValue != nil || schema.node.hasAny(of: structural.subtracting(ignored))
    }
}
