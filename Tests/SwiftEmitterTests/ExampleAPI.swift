import ApusAPIModel

/// An API that uses each feature of the emitter once.
let exampleAPI = API(
    title: "Example", version: "1.2", summary: "Records what an application does.",
    servers: [
        Server(urlTemplate: "https://api.example.com", documentation: "Production."),
        Server(urlTemplate: "https://test.example.com", documentation: "For tests."),
        Server(urlTemplate: "https://{region}.example.com"), Server(urlTemplate: "/here"),
    ],
    types: objects + enumerations + unions + aliases, operations: operations,
    securitySchemes: [
        SecurityScheme(name: "APIKeyHeader", kind: .apiKey(name: "Example-API-Key", location: .header), origin: here)
    ])

private let objects: [TypeDeclaration] = [
    .object(
        "SessionRequest", "Starts a session.", direction: .request,
        [
            .optional("log_stream_id", .of(.uuid, nullable: true), "The log stream that the session belongs to."),
            .required("logging_method", .named("LoggingMethod"), "Who logged it."),
            .optional(
                "limit", .of(.integer(.unspecified), .that("minimum", .number("1"))), default: .number("100")),
            .optional("metrics", .named("Metrics")),
            .optional("model", .named("Model"), default: .string("fast-1")),
            .optional("fallback", .named("Model", nullable: true), default: .string("small-1")),
            .optional(
                "sort", .named("SortClause"),
                default: .object([
                    .init("column_id", .string("created_at")), .init("ascending", .bool(false)),
                ])),
            .optional("since", .of(.dateTime), default: .string("2025-01-01T00:00:00Z")),
            .optional(
                "event_name", .of(.string(format: nil), nullable: true),
                from: DefaultSource(
                    text: "has(session_name) ? session_name : 'unknown'",
                    entries: [
                        .init(condition: .has("session_name", .string), value: .property("session_name")),
                        .init(value: .literal(.string("unknown"))),
                    ])),
            .optional("session_name", .string),
            .optional(
                "is_production", .boolean,
                from: DefaultSource(
                    text: "has(session_name) ? false : true",
                    entries: [
                        .init(condition: .has("session_name", .string), value: .literal(.bool(false))),
                        .init(value: .literal(.bool(true))),
                    ])),
            .optional("old_name", .string, "The name of before.", deprecated: true),
        ],
        rules: [
            Rule(
                text: "has(event_name) || has(session_name)",
                condition: RuleExpression(
                    .logic(.or, .has("event_name", .string), .has("session_name", .string)), .bool), origin: here),
            Rule(
                text: "old_name != ''",
                condition: RuleExpression(
                    .comparison(
                        .notEqual, .member("old_name", .string), RuleExpression(.literal(.string("")), .string)), .bool),
                message: "A name has a character; leave old_name out if there is none to speak of.", member: "old_name",
                origin: here),
        ]),
    .object(
        "SortClause", additional: .forbidden,
        [
            .required("column_id", .string), .optional("ascending", .boolean, default: .bool(true)),
            .constant("sort_type", .string("column"), required: false),
        ]),
    .object(
        "Metrics", "Figures.\n\n- `cost`: in dollars\n- others by name", additional: .kept(.of(.any)),
        [.optional("cost", .of(.number(.unspecified), nullable: true)), .optional("table", .string)]),
    .object(
        "Session", direction: .response,
        constraints: Constraints([
            .that(
                "not", .object([.init("required", .array([.string("id"), .string("name")]))]),
                message: "A session has an `id` or a \"name\", not both."),
            .that("if", .object([.init("$ref", .reference(TypeID("Metrics")))])),
        ]),
        [
            .required("id", .of(.uuid)), .required("name", .of(.string(format: nil), nullable: true)),
            .optional("external_id", .named("ExternalID", nullable: true)),
            .optional("tags", .array(.of(.string(format: nil), .that("maxLength", .number("20"))))),
            .optional("parent", .named("Session"), recursive: true),
            .required("status", .named("Session.status")),
            .optional("position", .of(.tuple([.of(.number(.double)), .of(.number(.double)), .string]))),
            .optional("records", .array(.named("LogRecord"))),
            .optional("next_token", .of(.integer(.unspecified), nullable: true)),
        ]),
    .object("Trace", nil, [.constant("type", .string("trace")), .optional("input", .string, default: .string(""))]),
    .object("Span", nil, [.constant("type", .string("span")), .required("session", .named("Session"))]),
    .object("Empty", nil, []),
    .object("ProblemDetails", nil, [.required("detail", .array(.named("Detail")))]),
    .object("Error", nil, [.required("message", .string)]),
]

private let enumerations: [TypeDeclaration] = [
    .enumeration(
        "LoggingMethod",
        [.string("playground"), .string("python_client"), .string("api_direct"), .string("default"), .string("")]),
    .enumeration("Session.status", [.string("OK"), .string("FAILED"), .string("+1"), .string("-1")], isOpen: true),
    .enumeration("Model", [.string("fast-1"), .string("smart-1")], isExtensible: true),
    .enumeration("Level", [.number("1"), .number("-2")], raw: .integer),
    .enumeration(
        "Priority", [.number("0"), .number("5"), .number("10")], raw: .integer, isOpen: true,
        titles: [.number("0"): "LOW", .number("10"): "As high as it can be"]),
]

private let unions: [TypeDeclaration] = [
    .union(
        "LogRecord",
        [
            UnionShape.Variant(nameHint: "trace", type: .named("Trace")),
            UnionShape.Variant(nameHint: "span", type: .named("Span")),
        ],
        by: .property(
            "type", [.init(.string("trace"), .variant(0)), .init(.string("span"), .variant(1))], otherwise: nil),
        isOpen: true),
    .union(
        "Detail",
        [
            UnionShape.Variant(nameHint: "string", type: .string),
            UnionShape.Variant(nameHint: "integer", documentation: "A number of the list.", type: .integer),
            UnionShape.Variant(nameHint: "list", type: .array(.string)),
        ],
        by: .kind([.init(.string, .variant(0)), .init(.integer, .variant(1)), .init(.array, .variant(2))])),
]

private let aliases: [TypeDeclaration] = [
    .alias("ExternalID", .of(.string(format: nil), .that("minLength", .number("3")))),
    .alias("Documents", .array(.named("Session"))),
    .alias("Pair", .of(.tuple([.string, .integer]))),
]

private let operations: [Operation] = [
    Operation(
        id: "create_session", method: "POST", path: "/v2/projects/{project_id}/sessions", summary: "Creates a session.",
        documentation: "The session is open until it is closed.",
        externalDocumentation: ExternalDocumentation(
            url: "https://docs.example.com/sessions", documentation: "About sessions."),
        parameters: [
            Parameter(
                name: "X-Trace", location: .header, style: .simple, explode: false, isRequired: false,
                type: .of(
                    .string(format: nil), .that("not", .object([.init("$ref", .reference(TypeID("LoggingMethod")))]))),
                origin: here),
            Parameter(
                name: "project_id", location: .path, style: .simple, explode: false, isRequired: true,
                documentation: "The project.", type: .of(.uuid), origin: here),
            Parameter(
                name: "tags", location: .query, style: .pipeDelimited, explode: false, isRequired: false,
                type: .of(.array(.string), .that("maxItems", .number("3"))), origin: here),
        ],
        requestBody: RequestBody(isRequired: true, contents: [json(.named("SessionRequest"))], origin: here),
        responses: [
            Response(
                status: .code(200), documentation: "The session.", contents: [json(.named("Session"))], origin: here),
            Response(
                status: .code(422), documentation: "The request is not valid.",
                contents: [json(.named("ProblemDetails"))], origin: here),
            Response(status: .code(404), documentation: "There is no such project.", contents: [], origin: here),
            Response(
                status: .default, contents: [Content(mediaType: "text/plain", coding: .text(.string), origin: here)],
                origin: here),
        ],
        security: [[SecurityRequirement(scheme: "APIKeyHeader")]], origin: here),
    Operation(
        id: "list-sessions", method: "GET", path: "/sessions", isDeprecated: true,
        parameters: [
            Parameter(
                name: "token", location: .query, style: .form, explode: true, isRequired: false,
                type: .integer, defaultValue: .number("0"), origin: here)
        ],
        responses: [Response(status: .code(200), contents: [json(.named("Session"))], origin: here)],
        security: [[SecurityRequirement(scheme: "APIKeyHeader")]],
        pagination: Pagination(
            .token(next: ["next_token"]), request: "token", items: ["records"], origin: here),
        origin: here),
    Operation(
        id: "upload", method: "PUT", path: "/files",
        requestBody: RequestBody(
            isRequired: false, contents: [Content(mediaType: "application/pdf", coding: .bytes, origin: here)],
            origin: here),
        responses: [
            Response(status: .code(200), contents: [json(.named("Session"))], origin: here),
            Response(status: .code(204), contents: [], origin: here),
            Response(status: .range(5), contents: [json(.named("Error"))], origin: here),
        ],
        security: [[SecurityRequirement(scheme: "APIKeyHeader")]], origin: here),
    Operation(
        id: "delete_all", method: "DELETE", path: "/sessions",
        responses: [Response(status: .code(204), contents: [], origin: here)],
        security: [[SecurityRequirement(scheme: "APIKeyHeader")]], origin: here),
]

private func json(_ use: TypeUse) -> Content {
    Content(mediaType: "application/json", coding: .json(use), origin: here)
}

extension RuleExpression {
    /// Returns an expression for a member of the session request.
    fileprivate static func member(_ name: String, _ type: RuleType) -> RuleExpression {
        RuleExpression(.member(RuleExpression(.subject, .object("SessionRequest")), name: name), type)
    }

    fileprivate static func has(_ name: String, _ type: RuleType) -> RuleExpression {
        RuleExpression(.has(member(name, type)), .bool)
    }
}
