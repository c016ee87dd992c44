import ApusClient

/// An access token and what belongs to it. Its descriptions and its mirror show no secret; its coded form has all.
public struct OAuthToken: Hashable, Sendable, Codable {
    public var accessToken: String
    public var refreshToken: String?
    /// The ID token of OpenID Connect, as received. It is not verified.
    public var idToken: String?
    /// The scopes that the server granted, if it names them.
    public var scopes: [String]?
    /// The time of issue, in seconds since 1970.
    public var issuedAt: Double
    /// The time of expiry in seconds since 1970, or `nil` if the server names none.
    public var expiresAt: Double?

    public init(
        accessToken: String, refreshToken: String? = nil, idToken: String? = nil, scopes: [String]? = nil,
        issuedAt: Double = 0, expiresAt: Double? = nil
    ) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.idToken = idToken
        self.scopes = scopes
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }

    /// The value of the `Authorization` field.
    var authorization: String { "Bearer " + accessToken }

    /// Returns whether the token is valid for longer than the margin, or than half of its lifetime if that is less.
    func isFresh(at time: Double, margin: Duration) -> Bool {
        guard let expiresAt else { return true }
        let lifetime = expiresAt - issuedAt
        let margin = Double(margin.components.seconds) + Double(margin.components.attoseconds) * 1e-18
        return time < expiresAt - min(margin, max(0, lifetime / 2))
    }
}

extension OAuthToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        "OAuthToken(\(refreshToken == nil ? "" : "with a refresh token, ")"
            + "\(expiresAt.map { "expires at \(Int64(exactly: $0.rounded()) ?? 0)" } ?? "without expiry"))"
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Keeps a token between runs of a program, such as in a keychain. Each token source needs a store of its own.
public protocol OAuthTokenStore: Sendable {
    /// Returns the token that was saved last, or `nil`.
    func load() async throws -> OAuthToken?
    /// Saves a token. `nil` means that the person has to sign in again.
    func save(_ token: OAuthToken?) async throws
}
