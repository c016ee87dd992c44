/// The client as registered with the authorization server. Its descriptions and its mirror show no secret.
public struct OAuthClient: Sendable {
    /// The place of the client's ID and secret in a token request.
    public enum Authentication: Hashable, Sendable {
        /// The `Authorization` field, which every server accepts (RFC 6749, section 2.3.1).
        case basic
        /// The body.
        case body
    }

    public var id: String
    let secret: String?
    public var authentication: Authentication

    /// - Parameter secret: The secret, or `nil` for a public client such as an app.
    public init(id: String, secret: String? = nil, authentication: Authentication = .basic) {
        self.id = id
        self.secret = secret
        self.authentication = authentication
    }
}

extension OAuthClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "OAuthClient(\(id))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
