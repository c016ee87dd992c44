public struct SecurityScheme: Sendable {
    public enum Kind: Equatable, Sendable {
        case apiKey(name: String, location: Parameter.Location)
        case basic
        case bearer(format: String?)
        /// Another scheme of the HTTP authentication registry.
        case http(scheme: String)
        case oauth2
        case openIDConnect(url: String)
        case mutualTLS
    }

    /// The key under `components/securitySchemes`.
    public var name: String
    public var kind: Kind
    public var documentation: String?
    public var origin: Origin

    public init(name: String, kind: Kind, documentation: String? = nil, origin: Origin) {
        self.name = name
        self.kind = kind
        self.documentation = documentation
        self.origin = origin
    }
}

public struct SecurityRequirement: Sendable {
    /// The scheme's name.
    public var scheme: String
    public var scopes: [String]

    public init(scheme: String, scopes: [String] = []) {
        self.scheme = scheme
        self.scopes = scopes
    }
}
