/// The kinds of objects in an OpenAPI description.
enum ObjectKind: Int, CaseIterable, Sendable {
    case document, info, contact, license, server, serverVariable, components, paths, pathItem, operation
    case externalDocumentation, parameter, requestBody, mediaType, encoding, responses, response, callback, example
    case link, header, tag, securityScheme, oauthFlows, oauthFlow, securityRequirement, schema, discriminator, xml
}

/// The type of a field's value.
indirect enum FieldType: Sendable {
    case any
    /// Text. Another scalar is taken as written.
    case string
    case boolean, integer, number
    case oneOf([String])
    case list(FieldType, minimum: Int = 0)
    case map(FieldType)
    case object(ObjectKind)
    case either(FieldType, FieldType)
    /// A schema's name or reference, in a discriminator's mapping.
    case schemaName
    /// A JSON type or a list of them.
    case typeNames
    /// The URI of a JSON Schema dialect.
    case dialect
    /// A schema's `$id`.
    case identifier
    case anchorName
    /// A `$dynamicRef`. It affects the whole schema.
    case dynamicReference
}

/// A field of an object: its type, whether it is required, and the version that introduced it.
struct Field: Sendable {
    var type: FieldType
    var isRequired = false
    var since = SpecificationVersion.v3_0
    var until = SpecificationVersion.v3_2

    func exists(in version: SpecificationVersion) -> Bool { since <= version && version <= until }

    static func required(_ type: FieldType) -> Field { Field(type: type, isRequired: true) }
    static func optional(_ type: FieldType) -> Field { Field(type: type) }
    static func since(_ version: SpecificationVersion, _ type: FieldType) -> Field {
        Field(type: type, since: version)
    }
}

/// The fields of a kind of object. The checker reads descriptions by these tables.
struct ObjectGrammar: Sendable {
    /// The specification's name of the kind, such as `Operation Object`.
    var title: String
    var fields: [String: Field]
    /// The type of values whose keys are not fields (paths, status codes), or `nil` if only fields are allowed.
    var others: FieldType?
    var allowsReference = false
    var allowsExtensions = true

    /// The names of the required fields, in a stable order.
    let required: [String]

    init(
        _ title: String, _ fields: [String: Field], others: FieldType? = nil, allowsReference: Bool = false,
        allowsExtensions: Bool = true
    ) {
        self.title = title
        self.fields = fields
        self.others = others
        self.allowsReference = allowsReference
        self.allowsExtensions = allowsExtensions
        required = fields.filter { $0.value.isRequired }.keys.sorted()
    }

    static subscript(kind: ObjectKind) -> ObjectGrammar { all[kind.rawValue] }

    private static let all = ObjectKind.allCases.map(grammar(of:))

    private static func grammar(of kind: ObjectKind) -> ObjectGrammar {
        switch kind {
        case .document: document
        case .info: info
        case .contact: contact
        case .license: license
        case .server: server
        case .serverVariable: serverVariable
        case .components: components
        case .paths: paths
        case .pathItem: pathItem
        case .operation: operation
        case .externalDocumentation: externalDocumentation
        case .parameter: parameter
        case .requestBody: requestBody
        case .mediaType: mediaType
        case .encoding: encoding
        case .responses: responses
        case .response: response
        case .callback: callback
        case .example: example
        case .link: link
        case .header: header
        case .tag: tag
        case .securityScheme: securityScheme
        case .oauthFlows: oauthFlows
        case .oauthFlow: oauthFlow
        case .securityRequirement: securityRequirement
        case .schema: schema
        case .discriminator: discriminator
        case .xml: xml
        }
    }
}

extension ObjectKind {
    /// Whether the object is documentation that does not affect code.
    var isDocumentation: Bool {
        switch self {
        case .info, .contact, .license, .externalDocumentation, .example, .link, .tag, .xml, .oauthFlows, .oauthFlow:
            true
        default: false
        }
    }

    /// The section of the Components Object that holds this kind.
    var componentSection: String? {
        switch self {
        case .schema: "schemas"
        case .response: "responses"
        case .parameter: "parameters"
        case .example: "examples"
        case .requestBody: "requestBodies"
        case .header: "headers"
        case .securityScheme: "securitySchemes"
        case .link: "links"
        case .callback: "callbacks"
        case .pathItem: "pathItems"
        case .mediaType: "mediaTypes"
        default: nil
        }
    }
}
