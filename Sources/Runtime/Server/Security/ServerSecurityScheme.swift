import ApusClient
import HTTPTypes

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// A security scheme of a server, and the code that finds its credential in a request.
public struct ServerSecurityScheme: Sendable {
    /// The place of an API key.
    public enum Location: Hashable, Sendable {
        case header, query, cookie
    }

    /// User name and password of basic authentication (RFC 7617).
    public struct BasicCredentials: Sendable {
        public let user: String
        public let password: String
    }

    let name: String
    /// The challenge of a response 401 (RFC 9110, section 11.6.1).
    let challenge: String
    /// Returns the credential of a request, or `nil` if it has none.
    let credential: @Sendable (ServerRequest, QueryPairs) -> (any Sendable)?
    let authenticate: @Sendable (any Sendable, [String]) async throws -> any Sendable

    private init<Value: Sendable>(
        _ name: String, challenge: String, _ credential: @escaping @Sendable (ServerRequest, QueryPairs) -> Value?,
        _ authenticate: @escaping @Sendable (Value, [String]) async throws -> any Sendable
    ) {
        self.name = name
        self.challenge = challenge
        self.credential = { credential($0, $1).map { $0 as any Sendable } }
        self.authenticate = { value, scopes in
            guard let value = value as? Value else { throw AuthenticationError.unauthorized }
            return try await authenticate(value, scopes)
        }
    }

    /// Returns a scheme of keys in a header field, the query or a cookie.
    public static func apiKey(
        _ name: String, in location: Location, name key: String,
        _ authenticate: @escaping @Sendable (_ key: String, _ scopes: [String]) async throws -> any Sendable
    ) -> ServerSecurityScheme {
        // There is no registered challenge for API keys. The parameters say where the key goes.
        let field = location == .header ? HTTPField.Name(key) : nil
        let challenge = "ApiKey in=\"\(location)\", name=\"\(key.filter { $0 != "\"" && $0 != "\\" })\""
        return ServerSecurityScheme(
            name, challenge: challenge,
            { request, query in
                switch location {
                case .header: field.flatMap { request.headers.value(of: $0) }
                case .query: query.values(key).first.flatMap { PercentDecoding.decode($0, plusIsSpace: true) }
                case .cookie: CookiePairs(request.headers).values(key).first.map(String.init)
                }
            }, authenticate)
    }

    /// Returns a scheme of tokens after `Bearer` (RFC 6750).
    public static func bearer(
        _ name: String,
        _ authenticate: @escaping @Sendable (_ token: String, _ scopes: [String]) async throws -> any Sendable
    ) -> ServerSecurityScheme {
        ServerSecurityScheme(
            name, challenge: "Bearer", { request, _ in authorization(request, scheme: "bearer") }, authenticate)
    }

    /// Returns a scheme of user names and passwords.
    public static func basic(
        _ name: String,
        _ authenticate: @escaping @Sendable (BasicCredentials, _ scopes: [String]) async throws -> any Sendable
    ) -> ServerSecurityScheme {
        ServerSecurityScheme(
            name, challenge: "Basic realm=\"api\", charset=\"UTF-8\"",
            { request, _ in
                guard let text = authorization(request, scheme: "basic"), let data = Data(base64Encoded: text),
                    let pair = String(validating: data, as: UTF8.self), let colon = pair.firstIndex(of: ":")
                else { return nil }
                return BasicCredentials(
                    user: String(pair[..<colon]), password: String(pair[pair.index(after: colon)...]))
            }, authenticate)
    }

    /// Returns another scheme of the `Authorization` field, such as `Digest`. The credential is the whole field.
    public static func authorization(
        _ name: String, scheme: String,
        _ authenticate: @escaping @Sendable (_ field: String, _ scopes: [String]) async throws -> any Sendable
    ) -> ServerSecurityScheme {
        ServerSecurityScheme(
            name, challenge: scheme,
            { request, _ in
                authorization(request, scheme: scheme.lowercased()) == nil ? nil : request.headers[.authorization]
            }, authenticate)
    }

    /// Returns the text after the name of an authentication scheme. The name is case-insensitive.
    private static func authorization(_ request: ServerRequest, scheme: String) -> String? {
        guard let field = request.headers[.authorization], let space = field.firstIndex(of: " "),
            field[..<space].lowercased() == scheme
        else { return nil }
        return String(field[space...].drop { $0 == " " })
    }
}

/// The error that a security scheme's handler throws to reject a credential.
public enum AuthenticationError: Error, Hashable, Sendable {
    /// The credential is not valid. The response has the status 401.
    case unauthorized
    /// The credential is valid, but does not allow the operation. The response has the status 403.
    case forbidden
}
