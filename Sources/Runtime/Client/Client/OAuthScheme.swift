/// A security scheme with OAuth 2.0 (RFC 6749) or OpenID Connect: its flows, and the URL of the server's metadata.
///
/// A generated client has one as a static property for each scheme. `ApusOAuth` makes a ``Credential`` of it.
public struct OAuthScheme: Hashable, Sendable {
    public var flows: [OAuthFlow]
    /// The URL of the server's metadata (OpenID Connect Discovery, RFC 8414). The flows take precedence.
    public var metadata: String?

    public init(flows: [OAuthFlow] = [], metadata: String? = nil) {
        self.flows = flows
        self.metadata = metadata
    }
}

/// A flow of OAuth 2.0. Its URLs may be relative to the client's server.
public struct OAuthFlow: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case clientCredentials, password, authorizationCode
    }

    public var kind: Kind
    /// The URL of the page on which a person signs in.
    public var authorization: String?
    public var token: String
    /// The URL for refreshing tokens, if it is not `token`.
    public var refresh: String?
    /// The scopes of the API description.
    public var scopes: [String]

    public init(
        _ kind: Kind, authorization: String? = nil, token: String, refresh: String? = nil, scopes: [String] = []
    ) {
        self.kind = kind
        self.authorization = authorization
        self.token = token
        self.refresh = refresh
        self.scopes = scopes
    }
}
