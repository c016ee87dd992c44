extension Keyword {
    /// What a keyword does to a schema.
    enum Role: Sendable {
        /// Applies other schemas.
        case applicator
        /// Asserts something about the value.
        case assertion
        /// Describes or names the schema.
        case annotation
        /// Has another meaning, or a meaning elsewhere.
        case other
    }

    struct Entry: Sendable {
        var spelling: String
        var role: Role
        /// The operand in a schema; `nil` for fields of other objects, and for extensions.
        var field: Field?

        init(_ spelling: String, _ role: Role, _ type: FieldType? = nil, since: SpecificationVersion = .v3_0) {
            self.spelling = spelling
            self.role = role
            field = type.map { Field(type: $0, since: since) }
        }

        var operand: Operand { field.map { Operand($0.type) } ?? .other }
    }

    /// One row for each keyword, by number.
    static let table: [Entry] = allCases.map(\.entry)

    /// The fields of the Schema Object.
    static let schemaFields = Dictionary(
        uniqueKeysWithValues: table.compactMap { entry in entry.field.map { (entry.spelling, $0) } })

    private var entry: Entry {
        let schema = FieldType.object(.schema)
        return switch self {
        // Identification and references: JSON Schema Core 2020-12, section 8.
        case .reference: Entry("$ref", .applicator, .string)
        case .dynamicReference: Entry("$dynamicRef", .applicator, .dynamicReference, since: .v3_1)
        case .identifier: Entry("$id", .annotation, .identifier, since: .v3_1)
        case .dialect: Entry("$schema", .annotation, .dialect, since: .v3_1)
        case .anchor: Entry("$anchor", .annotation, .anchorName, since: .v3_1)
        case .dynamicAnchor: Entry("$dynamicAnchor", .annotation, .anchorName, since: .v3_1)
        case .vocabulary: Entry("$vocabulary", .annotation, .any, since: .v3_1)
        case .definitions: Entry("$defs", .annotation, .map(schema), since: .v3_1)
        case .oldDefinitions: Entry("definitions", .annotation, .map(schema), since: .v3_1)
        // Applicators: JSON Schema Core 2020-12, sections 10 and 11.
        case .allOf: Entry("allOf", .applicator, .list(schema, minimum: 1))
        case .anyOf: Entry("anyOf", .applicator, .list(schema, minimum: 1))
        case .oneOf: Entry("oneOf", .applicator, .list(schema, minimum: 1))
        case .not: Entry("not", .applicator, schema)
        case .if: Entry("if", .applicator, schema, since: .v3_1)
        case .then: Entry("then", .applicator, schema, since: .v3_1)
        case .else: Entry("else", .applicator, schema, since: .v3_1)
        case .dependentSchemas: Entry("dependentSchemas", .applicator, .map(schema), since: .v3_1)
        case .prefixItems: Entry("prefixItems", .applicator, .list(schema, minimum: 1), since: .v3_1)
        case .items: Entry("items", .applicator, schema)
        case .contains: Entry("contains", .applicator, schema, since: .v3_1)
        case .properties: Entry("properties", .applicator, .map(schema))
        case .patternProperties: Entry("patternProperties", .applicator, .map(schema), since: .v3_1)
        case .additionalProperties: Entry("additionalProperties", .applicator, .either(.boolean, schema))
        case .propertyNames: Entry("propertyNames", .applicator, schema, since: .v3_1)
        case .unevaluatedItems: Entry("unevaluatedItems", .applicator, schema, since: .v3_1)
        case .unevaluatedProperties: Entry("unevaluatedProperties", .applicator, schema, since: .v3_1)
        // Assertions: JSON Schema Validation 2020-12, sections 6 and 7.
        case .type: Entry("type", .assertion, .typeNames)
        case .enum: Entry("enum", .assertion, .list(.any))
        case .const: Entry("const", .assertion, .any, since: .v3_1)
        case .multipleOf: Entry("multipleOf", .assertion, .number)
        case .maximum: Entry("maximum", .assertion, .number)
        case .exclusiveMaximum: Entry("exclusiveMaximum", .assertion, .either(.boolean, .number))
        case .minimum: Entry("minimum", .assertion, .number)
        case .exclusiveMinimum: Entry("exclusiveMinimum", .assertion, .either(.boolean, .number))
        case .maxLength: Entry("maxLength", .assertion, .integer)
        case .minLength: Entry("minLength", .assertion, .integer)
        case .pattern: Entry("pattern", .assertion, .string)
        case .maxItems: Entry("maxItems", .assertion, .integer)
        case .minItems: Entry("minItems", .assertion, .integer)
        case .uniqueItems: Entry("uniqueItems", .assertion, .boolean)
        case .maxContains: Entry("maxContains", .assertion, .integer, since: .v3_1)
        case .minContains: Entry("minContains", .assertion, .integer, since: .v3_1)
        case .maxProperties: Entry("maxProperties", .assertion, .integer)
        case .minProperties: Entry("minProperties", .assertion, .integer)
        case .required: Entry("required", .assertion, .list(.string))
        case .dependentRequired: Entry("dependentRequired", .assertion, .map(.list(.string)), since: .v3_1)
        case .format: Entry("format", .assertion, .string)
        // Contents: JSON Schema Validation 2020-12, section 8.
        case .contentEncoding: Entry("contentEncoding", .assertion, .string, since: .v3_1)
        case .contentMediaType: Entry("contentMediaType", .annotation, .string, since: .v3_1)
        case .contentSchema: Entry("contentSchema", .applicator, schema, since: .v3_1)
        // Annotations: JSON Schema Validation 2020-12, section 9.
        case .comment: Entry("$comment", .annotation, .string, since: .v3_1)
        case .title: Entry("title", .annotation, .string)
        case .description: Entry("description", .annotation, .string)
        case .default: Entry("default", .annotation, .any)
        case .deprecated: Entry("deprecated", .annotation, .boolean)
        case .readOnly: Entry("readOnly", .annotation, .boolean)
        case .writeOnly: Entry("writeOnly", .annotation, .boolean)
        case .examples: Entry("examples", .annotation, .any, since: .v3_1)
        // OpenAPI's own.
        case .nullable: Entry("nullable", .annotation, .boolean)
        case .discriminator: Entry("discriminator", .annotation, .object(.discriminator))
        case .xml: Entry("xml", .annotation, .object(.xml))
        case .externalDocumentation: Entry("externalDocs", .annotation, .object(.externalDocumentation))
        case .example: Entry("example", .annotation, .any)
        // Extensions. A message belongs to the keyword beside it.
        case .rules: Entry("x-apus-rules", .other)
        case .message: Entry("x-apus-message", .annotation)
        case .swiftName: Entry("x-apus-name", .other)
        case .requestName: Entry("x-apus-request-name", .other)
        case .defaultSource: Entry("x-apus-default-from", .other)
        case .operators: Entry("x-apus-operators", .other)
        // Fields of other objects.
        case .schema: Entry("schema", .other)
        case .content: Entry("content", .other)
        case .parameters: Entry("parameters", .other)
        case .name: Entry("name", .other)
        case .location: Entry("in", .other)
        }
    }
}

extension Keyword.Operand {
    fileprivate init(_ type: FieldType) {
        switch type {
        case .integer: self = .count
        case .number, .either(.boolean, .number): self = .number
        case .string: self = .string
        case .boolean: self = .boolean
        case .object(.schema), .either(.boolean, .object(.schema)): self = .schema
        case .list(.object(.schema), minimum: _): self = .schemaList
        case .map(.object(.schema)): self = .schemaMap
        default: self = .other
        }
    }
}
