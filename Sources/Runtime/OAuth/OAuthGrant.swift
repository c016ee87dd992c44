import ApusClient
import ApusModels

/// What a client presents to get a token.
enum OAuthGrant: Sendable {
    case clientCredentials
    case password(user: String, password: String)
    case authorizationCode(code: String, redirectURL: String, verifier: String)
    /// Only a token of the store, or this one.
    case refreshToken(String?)

    var flow: OAuthFlow.Kind {
        switch self {
        case .clientCredentials: .clientCredentials
        case .password: .password
        case .authorizationCode, .refreshToken: .authorizationCode
        }
    }

    /// Whether the same grant gives another token later.
    var isRepeatable: Bool {
        switch self {
        case .clientCredentials, .password: true
        case .authorizationCode, .refreshToken: false
        }
    }

    /// The fields of the token request. `nil` if the grant is used up.
    func form(scopes: [String]) -> [(String, String)]? {
        let scope = scopes.isEmpty ? [] : [("scope", scopes.joined(separator: " "))]
        switch self {
        case .clientCredentials: return [("grant_type", "client_credentials")] + scope
        case .password(let user, let password):
            return [("grant_type", "password"), ("username", user), ("password", password)] + scope
        case .authorizationCode(let code, let redirectURL, let verifier):
            return [
                ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURL),
                ("code_verifier", verifier),
            ]
        case .refreshToken(let token):
            return token.map { [("grant_type", "refresh_token"), ("refresh_token", $0)] }
        }
    }
}

/// A request to the token endpoint, and how to send it.
struct TokenRequest: Sendable {
    let client: OAuthClient
    let form: [(String, String)]
    /// Whether the request may be sent again although its outcome is unknown.
    let isRepeatable: Bool
    let timeout: Duration
    let clock: RetryClock

    private static let maximumAttempts = 3

    /// Sends the request. A server that fails is asked again.
    ///
    /// A code or a refresh token is used up when the server has seen it. So a request with one is repeated only after a
    /// response.
    func send(to endpoint: Endpoint, _ transport: any ClientTransport) async throws -> OAuthToken {
        var attempt = 1
        while true {
            do {
                return try await once(endpoint, transport)
            } catch let error as OAuthError where error.isTransient && attempt < Self.maximumAttempts {
                if case .unreachable = error, !isRepeatable { throw error }
                try await clock.sleep(.milliseconds(100 << attempt))
                attempt += 1
            }
        }
    }

    private func once(_ endpoint: Endpoint, _ transport: any ClientTransport) async throws -> OAuthToken {
        var form = form
        var authorization: String?
        switch (client.secret, client.authentication) {
        case (let secret?, .basic):
            let pair = FormText.encode(client.id) + ":" + FormText.encode(secret)
            authorization = "Basic " + Base64.encode(Array(pair.utf8))
        case (let secret?, .body): form += [("client_id", client.id), ("client_secret", secret)]
        case (nil, _): form.append(("client_id", client.id))
        }
        let now = clock.secondsSince1970()
        let (status, object) = try await endpoint.send(
            .post, form: form, authorization: authorization, transport, timeout: timeout)
        guard (200..<300).contains(status) else {
            guard let code = object["error"]?.string else {
                throw OAuthError.invalidResponse(status: status, reason: "it has no error code")
            }
            throw OAuthError.refused(
                code: withoutSecrets(code), message: (object["error_description"]?.string).map(withoutSecrets),
                status: status)
        }
        guard let token = object["access_token"]?.string, !token.isEmpty else {
            throw OAuthError.invalidResponse(status: status, reason: "it has no `access_token`")
        }
        if let type = object["token_type"]?.string, type.lowercased() != "bearer" {
            throw OAuthError.invalidResponse(status: status, reason: "the token's type is `\(type)`, not `Bearer`")
        }
        let lifetime = object["expires_in"].flatMap { $0.double ?? $0.string.flatMap { Double($0) } }
        return OAuthToken(
            accessToken: token, refreshToken: object["refresh_token"]?.string, idToken: object["id_token"]?.string,
            scopes: (object["scope"]?.string).map { $0.split(separator: " ").map(String.init) }, issuedAt: now,
            expiresAt: lifetime.map { now + $0 })
    }

    /// Replaces what was sent in a server's message.
    private func withoutSecrets(_ text: String) -> String {
        let names = ["password", "code", "code_verifier", "refresh_token"]
        var secrets = form.filter { names.contains($0.0) }.map(\.1)
        if let secret = client.secret { secrets.append(secret) }
        return secrets.filter { !$0.isEmpty }.reduce(String(text.prefix(300))) { $0.replacing($1, with: "…") }
    }
}
