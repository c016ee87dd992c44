/// The kinds of objects that an OpenAPI description is made of.
enum ObjectKind: Int, CaseIterable, Sendable {
    case document, info, contact, license, server, serverVariable, components, paths, pathItem, operation
    case externalDocumentation, parameter, requestBody, mediaType, encoding, responses, response, callback, example
    case link, header, tag, securityScheme, oauthFlows, oauthFlow, securityRequirement, schema, discriminator, xml
}

/// What a field may hold.
indirect enum FieldType: Sendable {
    case any
    /// Text; a scalar of another type is taken as it is spelled.
    case string
    case boolean, integer, number
    case oneOf([String])
    case list(FieldType, minimum: Int = 0)
    case map(FieldType)
    case object(ObjectKind)
    case either(FieldType, FieldType)
    /// Names or references of schemas (a discriminator's mapping).
    case schemaName
    /// A string or list of JSON types.
    case typeNames
    /// The URI of a dialect of JSON Schema.
    case dialect
    /// A schema's `$id`.
    case identifier
    case anchorName
    /// A `$dynamicRef`, which says something about the whole schema.
    case dynamicReference
}

/// One field of an object: what it holds, whether it must be there, and since when it exists.
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

/// What an object may hold: the table from which descriptions are checked.
struct ObjectGrammar: Sendable {
    /// The specification's name for it, such as `Operation Object`.
    var title: String
    var fields: [String: Field]
    /// What the keys hold that are not fields (paths, status codes …); `nil` if there are no others.
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
    /// Whether such an object documents, and code is the same without it.
    var isDocumentation: Bool {
        switch self {
        case .info, .contact, .license, .externalDocumentation, .example, .link, .tag, .xml, .oauthFlows, .oauthFlow: true
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
