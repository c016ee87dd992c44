import ApusYAMLSource

/// The Security Scheme Object.
public struct SecuritySchemeObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// `apiKey`, `http`, `mutualTLS`, `oauth2` or `openIdConnect`.
    public var type: String { text(.type) ?? "" }
    /// The name of the header, query parameter or cookie for an API key.
    public var name: String { text(.name) ?? "" }
    /// The location of an API key: `header`, `query` or `cookie`.
    public var location: String { text(.location) ?? "" }
    /// The HTTP authentication scheme, such as `bearer`.
    public var scheme: String { text("scheme") ?? "" }
    public var bearerFormat: String? { text("bearerFormat") }
    public var openIDConnectURL: String { text("openIdConnectUrl") ?? "" }
}

/// The Security Requirement Object: a set of schemes that are required together.
public struct SecurityRequirementObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var schemes: [(name: String, scopes: [String], node: Node)] {
        node.entries.map { ($0.key, $0.value.elements.map(\.text), $0.keyNode) }
    }
}

/// The Components Object.
public struct ComponentsObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    /// The schemas by name. A schema may be a reference.
    public var schemas: [(name: String, schema: Schema)] {
        (document.content(of: node["schemas"])?.entries).map { entries in
            entries.map { ($0.key, Schema(node: $0.value, document: document)) }
        } ?? []
    }

    public var securitySchemes: [(name: String, object: SecuritySchemeObject)] {
        document.namedObjects(in: node["securitySchemes"])
    }
}
