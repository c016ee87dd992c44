/// The parts of Swagger 2.0 that OpenAPI 3 writes differently.
enum Swagger2 {
    /// Returns advice for a field of Swagger 2.0, or `nil` if the object had no such field.
    static func advice(onField name: String, of kind: ObjectKind) -> String? { fields[kind]?[name] }

    /// Returns advice for a value of a field.
    static func advice(onValue value: String, of field: String) -> String? { values[field]?[value] }

    /// Converts a reference of Swagger 2.0 to OpenAPI 3. Returns `nil` for any other reference.
    static func target(of fragment: String) -> String? {
        let parts = fragment.split(separator: "/", maxSplits: 1)
        guard fragment.hasPrefix("/"), parts.count == 2, let section = sections[String(parts[0])] else { return nil }
        return "/components/\(section)/\(parts[1])"
    }

    private static let sections = [
        "definitions": "schemas", "parameters": "parameters", "responses": "responses",
        "securityDefinitions": "securitySchemes",
    ]

    private static let values: [String: [String: String]] = [
        "in": [
            "body": "describe the body by `requestBody` of the operation",
            "formData": "describe a form by `requestBody` with `application/x-www-form-urlencoded` or "
                + "`multipart/form-data`",
        ],
        "type": [
            "file": "describe a file by `type: string` and `format: binary`",
            "basic": "write `type: http` and `scheme: basic`",
        ],
    ]

    private static let fields: [ObjectKind: [String: String]] = [
        .document: [
            "host": servers, "basePath": servers, "schemes": servers, "consumes": content, "produces": content,
            "definitions": "write them under `components/schemas`",
            "parameters": "write them under `components/parameters`",
            "responses": "write them under `components/responses`",
            "securityDefinitions": "write them under `components/securitySchemes`",
        ],
        .operation: [
            "consumes": "write the media types of the body as the keys of `content` in `requestBody`",
            "produces": "write the media types of a response as the keys of its `content`",
            "schemes": "write `servers` with the full URL",
        ],
        .parameter: Dictionary(uniqueKeysWithValues: schemaFields.map { ($0, "write it in the parameter's `schema`") })
            .merging(["collectionFormat": "write `style` and `explode`"]) { first, _ in first },
        .header: Dictionary(uniqueKeysWithValues: schemaFields.map { ($0, "write it in the header's `schema`") })
            .merging(["collectionFormat": "write `style` and `explode`"]) { first, _ in first },
        .response: ["schema": "write it under `content` and a media type, such as `application/json`"],
        .securityScheme: [
            "flow": flows, "authorizationUrl": flows, "tokenUrl": flows, "scopes": flows,
        ],
        .schema: ["collectionFormat": "write `style` and `explode` in the parameter"],
    ]

    private static let servers = "write `servers` with the full URL: `- url: https://api.example.com/v1`"
    private static let content = "write the media types as keys of `content`, in each body and response"
    private static let flows = "write it under `flows` and the name of the flow"
    private static let schemaFields = [
        "type", "format", "items", "default", "enum", "maximum", "minimum", "exclusiveMaximum", "exclusiveMinimum",
        "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf",
    ]
}
