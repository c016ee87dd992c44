import ApusClient
import ApusModels

// The ways to sign in.
extension OAuthScheme {
    /// Returns a credential for a client that acts on its own behalf (RFC 6749, section 4.4).
    ///
    /// ```swift
    /// let client = ExampleClient(credentials: [
    ///     .oauth: ExampleClient.oauth.clientCredentials(OAuthClient(id: "reports", secret: secret), scopes: ["read"])
    /// ])
    /// ```
    ///
    /// - Parameter scopes: The scopes to ask for. Without any, the server chooses.
    public func clientCredentials(
        _ client: OAuthClient, scopes: [String] = [], options: OAuthOptions = OAuthOptions()
    ) -> Credential {
        .source(OAuthTokenSource(self, client, .clientCredentials, scopes: scopes, options))
    }

    /// Returns a credential for a person whose password the client knows (RFC 6749, section 4.3).
    public func password(
        user: String, password: String, _ client: OAuthClient, scopes: [String] = [],
        options: OAuthOptions = OAuthOptions()
    ) -> Credential {
        let grant = OAuthGrant.password(user: user, password: password)
        return .source(OAuthTokenSource(self, client, grant, scopes: scopes, options))
    }

    /// Returns a request for a person's authorization (RFC 6749, section 4.1).
    ///
    /// - Parameters:
    ///   - redirectURL: The URL that the browser brings the answer to.
    ///   - parameters: Further parameters of the URL, such as `prompt`.
    ///   - server: The client's server, if the description's URLs are relative.
    public func authorizationRequest(
        _ client: OAuthClient, redirectURL: String, scopes: [String] = [], parameters: [(String, String)] = [],
        server: String? = nil
    ) throws(OAuthError) -> AuthorizationRequest {
        try AuthorizationRequest(
            self, client, redirectURL: redirectURL, scopes: scopes, parameters: parameters, server: server)
    }

    /// Returns the source of tokens for a person who signed in before.
    ///
    /// - Parameter refreshToken: The refresh token, or `nil` if the store in `options` has it.
    public func signedIn(
        _ client: OAuthClient, refreshToken: String? = nil, options: OAuthOptions = OAuthOptions()
    ) -> OAuthTokenSource {
        OAuthTokenSource(self, client, .refreshToken(refreshToken), scopes: [], options)
    }

    /// Returns the scheme with the flows that the server's metadata describe (OpenID Connect Discovery, RFC 8414).
    public func discovered(
        using transport: any ClientTransport, options: OAuthOptions = OAuthOptions()
    ) async throws -> OAuthScheme {
        guard let metadata else { throw OAuthError.missingFlow("metadata") }
        let isComplete = metadata.contains("/.well-known/")
        let slash = metadata.hasSuffix("/") ? "" : "/"
        let url = isComplete ? metadata : metadata + slash + ".well-known/openid-configuration"
        let endpoint = try Endpoint(url, relativeTo: nil)
        let (status, object) = try await endpoint.send(.get, transport, timeout: options.timeout)
        guard status == 200, let issuer = object["issuer"]?.string, let token = object["token_endpoint"]?.string else {
            throw OAuthError.invalidResponse(status: status, reason: "it has no `issuer` and `token_endpoint`")
        }
        // Otherwise a server could pass for another one (RFC 8414, section 3.3).
        guard let own = try? Endpoint(issuer, relativeTo: nil), own.base == endpoint.base else {
            throw OAuthError.issuerMismatch(issuer)
        }
        let scopes = object["scopes_supported"]?.array?.compactMap(\.string) ?? []
        var flows = [
            OAuthFlow(.clientCredentials, token: token, scopes: scopes),
            OAuthFlow(.password, token: token, scopes: scopes),
        ]
        if let page = object["authorization_endpoint"]?.string {
            flows.append(OAuthFlow(.authorizationCode, authorization: page, token: token, scopes: scopes))
        }
        return OAuthScheme(flows: flows, metadata: metadata)
    }
}
