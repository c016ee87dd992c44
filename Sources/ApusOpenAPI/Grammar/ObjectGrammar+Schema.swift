// The Schema Object: the keywords of OpenAPI 3.0, and of JSON Schema 2020-12 since OpenAPI 3.1.
extension ObjectGrammar {
    static let schema = ObjectGrammar(
        "Schema Object",
        [
            // Core.
            "$ref": .optional(.string),
            "$id": .since(.v3_1, .identifier),
            "$schema": .since(.v3_1, .dialect),
            "$anchor": .since(.v3_1, .anchorName),
            "$dynamicRef": .since(.v3_1, .dynamicReference),
            "$dynamicAnchor": .since(.v3_1, .anchorName),
            "$vocabulary": .since(.v3_1, .any),
            "$comment": .since(.v3_1, .string),
            "$defs": .since(.v3_1, .map(schemaType)),
            "definitions": .since(.v3_1, .map(schemaType)),
            // Applicators.
            "allOf": .optional(.list(schemaType, minimum: 1)),
            "anyOf": .optional(.list(schemaType, minimum: 1)),
            "oneOf": .optional(.list(schemaType, minimum: 1)),
            "not": .optional(schemaType),
            "if": .since(.v3_1, schemaType),
            "then": .since(.v3_1, schemaType),
            "else": .since(.v3_1, schemaType),
            "dependentSchemas": .since(.v3_1, .map(schemaType)),
            "prefixItems": .since(.v3_1, .list(schemaType, minimum: 1)),
            "items": .optional(schemaType),
            "contains": .since(.v3_1, schemaType),
            "properties": .optional(.map(schemaType)),
            "patternProperties": .since(.v3_1, .map(schemaType)),
            "additionalProperties": .optional(.either(.boolean, schemaType)),
            "propertyNames": .since(.v3_1, schemaType),
            "unevaluatedItems": .since(.v3_1, schemaType),
            "unevaluatedProperties": .since(.v3_1, schemaType),
            // Validation.
            "type": .optional(.typeNames),
            "enum": .optional(.list(.any)),
            "const": .since(.v3_1, .any),
            "multipleOf": .optional(.number),
            "maximum": .optional(.number),
            "exclusiveMaximum": .optional(.either(.boolean, .number)),
            "minimum": .optional(.number),
            "exclusiveMinimum": .optional(.either(.boolean, .number)),
            "maxLength": .optional(.integer),
            "minLength": .optional(.integer),
            "pattern": .optional(.string),
            "maxItems": .optional(.integer),
            "minItems": .optional(.integer),
            "uniqueItems": .optional(.boolean),
            "maxContains": .since(.v3_1, .integer),
            "minContains": .since(.v3_1, .integer),
            "maxProperties": .optional(.integer),
            "minProperties": .optional(.integer),
            "required": .optional(.list(.string)),
            "dependentRequired": .since(.v3_1, .map(.list(.string))),
            "format": .optional(.string),
            "contentEncoding": .since(.v3_1, .string),
            "contentMediaType": .since(.v3_1, .string),
            "contentSchema": .since(.v3_1, schemaType),
            // Annotations.
            "title": .optional(.string),
            "description": .optional(.string),
            "default": .optional(.any),
            "deprecated": .optional(.boolean),
            "readOnly": .optional(.boolean),
            "writeOnly": .optional(.boolean),
            "examples": .since(.v3_1, .any),
            // OpenAPI's own.
            "nullable": .optional(.boolean),
            "discriminator": .optional(.object(.discriminator)),
            "xml": .optional(.object(.xml)),
            "externalDocs": .optional(.object(.externalDocumentation)),
            "example": .optional(.any),
        ], allowsReference: true)

    private static let schemaType = FieldType.object(.schema)

    static let discriminator = ObjectGrammar(
        "Discriminator Object",
        [
            "propertyName": .required(.string),
            "mapping": .optional(.map(.schemaName)),
            "defaultMapping": .since(.v3_2, .schemaName),
        ])

    static let xml = ObjectGrammar(
        "XML Object",
        [
            "name": .optional(.string),
            "namespace": .optional(.string),
            "prefix": .optional(.string),
            "attribute": .optional(.boolean),
            "wrapped": .optional(.boolean),
            "nodeType": .since(.v3_2, .oneOf(["element", "attribute", "text", "cdata", "none"])),
        ])
}
