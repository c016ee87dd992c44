// The Schema Object: the keywords of OpenAPI 3.0, and of JSON Schema 2020-12 since OpenAPI 3.1.
extension ObjectGrammar {
    /// Its fields are those of the table of keywords.
    static let schema = ObjectGrammar("Schema Object", Keyword.schemaFields, allowsReference: true)

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
