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
    /// The URL of the authorization server's metadata (RFC 8414).
    public var metadataURL: String? { text("oauth2MetadataUrl") }
    /// The flows of OAuth by their names.
    public var flows: [(name: String, object: OAuthFlowObject)] { document.namedObjects(in: node["flows"]) }
}

/// The OAuth Flow Object.
public struct OAuthFlowObject: DescriptionObject {
    public let node: Node
    public let document: Document

    public init(node: Node, document: Document) {
        self.node = node
        self.document = document
    }

    public var authorizationURL: String? { text("authorizationUrl") }
    public var deviceAuthorizationURL: String? { text("deviceAuthorizationUrl") }
    public var tokenURL: String? { text("tokenUrl") }
    public var refreshURL: String? { text("refreshUrl") }
    public var scopes: [String] { document.content(of: node["scopes"])?.entries.map(\.key) ?? [] }
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
