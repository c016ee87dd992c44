import ApusAPIModel

/// Names that collide with keywords, members or syntax.
let awkwardNames = [
    "", " ", "_", "__", "self", "Self", "init", "Type", "Protocol", "default", "in", "class", "table", "wire",
    "validate", "hash",
    "hashValue", "encode", "rawValue", "allCases", "unrecognized", "additionalProperties", "none", "some", "value",
    "newValue",
    "reader", "visitor", "variant", "description", "String", "Int", "Error", "Array", "Optional", "UUID", "ObjectModel",
    "JSONValue",
    "Example", "Swift", "ExampleClient", "Any", "any", "a", "A", "a_b", "aB", "a-b", "1", "1.0", "10", "-1", "+1", "3D",
    ">=", "<", "C++",
    "C#", "é", "e\u{301}", "名前", "👍", "👩‍👩‍👧", "\u{202E}evil", "a\u{0}b", "`", "a`b", "\"\"\"", "\\(x)", "#\"", "*/", "//",
    "a\nb", "$0", "$ref", "@type",
    "storedName", "name", "Name", "NAME", "effectiveName", "await", "throws", "async", "get", "set", "willSet", "body",
    "request", "core", "response",
    "transport", "success", "decoding", "from", "Sendable", "MainActor", "Task", "Codable", "super", "true", "nil",
    "where", "subscript", "operator",
    "init(rawValue:)", "dynamicType", "Indirect", "Presence", "WireState", "index", "first", "URL", "Decimal", "Never",
    "Void",
]

/// An API with awkward names everywhere.
let hostileAPI = API(
    title: "*/ evil \n import Foundation", version: "\u{2028}1",
    documentation: "*/\n\u{0}``` \\(x) \"\"\"\n/// # Title",
    servers: [
        Server(
            urlTemplate: "https://{in}.example.com/{\"}/\\(x)",
            variables: [
                .init(name: "in", defaultValue: "b\"", values: ["a", "b\"", ""]),
                .init(name: "\"", defaultValue: "\\(x)"),
            ])
    ],
    types: hostileTypes, operations: hostileOperations,
    securitySchemes: [
        SecurityScheme(name: "in", kind: .apiKey(name: "\"", location: .header), origin: here),
        SecurityScheme(name: "self", kind: .apiKey(name: "k", location: .query), origin: here),
        SecurityScheme(name: "b", kind: .basic, origin: here),
    ])

private let hostileTypes: [TypeDeclaration] = {
    let nullable = TypeUse.of(.string(format: nil), nullable: true)
    let members: [Property] = awkwardNames.map { .optional($0, nullable) }
    let kept: [Property] = awkwardNames.map { .optional($0, .string, $0, default: .string($0), deprecated: true) }
    let constants: [Property] = awkwardNames.map { .constant($0, .string($0)) }
    let values: [JSONLiteral] = awkwardNames.map { .string($0) }
    let variants: [UnionShape.Variant] = awkwardNames.map { UnionShape.Variant(nameHint: $0, type: .string) }
    // The intermediate representation treats canonically equivalent type names as equal.
    var seen: Set<String> = []
    var types: [TypeDeclaration] = awkwardNames.filter { seen.insert($0).inserted }.map {
        .object($0, $0, [.optional("x", .string)])
    }
    types.append(.object("Members", nil, direction: .response, members))
    types.append(.object("Kept", nil, additional: .kept(.string), kept))
    types.append(.object("Constants", nil, constants))
    types.append(.enumeration("Closed", values))
    types.append(.enumeration("Open", values, isOpen: true))
    types.append(.union("Union", variants, by: .trial(Array(awkwardNames.indices)), isOpen: true))
    return types
}()

private let hostileParameters: [Parameter] = awkwardNames.prefix(40).map {
    Parameter(
        name: $0, location: .query, style: .form, explode: true, isRequired: false, documentation: $0, type: .string,
        defaultValue: .string($0), origin: here)
}

private let hostileOperations: [Operation] =
    awkwardNames.map { (name: String) -> Operation in
        let text = Content(mediaType: name, coding: .text(.string), origin: here)
        return Operation(
            id: name, method: "GET", path: "/\"\\(x)/{\(name)}", summary: name, documentation: name,
            parameters: hostileParameters,
            responses: [Response(status: .code(200), documentation: name, contents: [text], origin: here)],
            security: [
                [SecurityRequirement(scheme: "in"), SecurityRequirement(scheme: "b")],
                [SecurityRequirement(scheme: "self")],
            ],
            origin: here)
    }
    + ["Members", "Kept", "Constants"].map { (name: String) -> Operation in
        let encodings = awkwardNames.map { PropertyEncoding(property: $0, contentType: $0) }
        let parts = Content(mediaType: name, coding: .multipart(.named(name), encodings), origin: here)
        return Operation(
            id: "parts of \(name)", method: "GET", path: "/",
            responses: [Response(status: .code(200), contents: [parts], origin: here)], origin: here)
    }
