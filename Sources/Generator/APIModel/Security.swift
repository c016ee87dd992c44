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
    /// The flows of `oauth2`.
    public var flows: [OAuthFlow]
    /// The URL of the authorization server's metadata, for `oauth2` and `openIdConnect`.
    public var metadataURL: String?
    public var origin: Origin

    public init(
        name: String, kind: Kind, documentation: String? = nil, flows: [OAuthFlow] = [], metadataURL: String? = nil,
        origin: Origin
    ) {
        self.name = name
        self.kind = kind
        self.documentation = documentation
        self.flows = flows
        self.metadataURL = metadataURL
        self.origin = origin
    }
}

/// A flow of OAuth 2.0.
public struct OAuthFlow: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
    }

    public var kind: Kind
    public var authorizationURL: String?
    public var deviceAuthorizationURL: String?
    public var tokenURL: String?
    public var refreshURL: String?
    public var scopes: [String]

    public init(
        _ kind: Kind, authorizationURL: String? = nil, deviceAuthorizationURL: String? = nil, tokenURL: String? = nil,
        refreshURL: String? = nil, scopes: [String] = []
    ) {
        self.kind = kind
        self.authorizationURL = authorizationURL
        self.deviceAuthorizationURL = deviceAuthorizationURL
        self.tokenURL = tokenURL
        self.refreshURL = refreshURL
        self.scopes = scopes
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
