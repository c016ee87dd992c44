import HTTPTypes

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// A credential for a security scheme. Its descriptions and its mirror show no secret.
///
/// ```swift
/// let client = ExampleClient(credentials: [
///     .apiKeyHeader: .apiKey(key, in: .header, name: "Example-API-Key"),
///     .oauth: .bearer { try await tokens.current() }
/// ])
/// ```
public struct Credential: Sendable {
    /// The place of an API key.
    public enum Location: Hashable, Sendable {
        case header, query, cookie
    }

    private enum Form: Sendable {
        case apiKey(@Sendable () async throws -> String, Location, name: String)
        /// Without a scheme, the value is the whole field.
        case authorization(scheme: String?, value: @Sendable (HTTPRequest) async throws -> String)
        case basic(user: String, password: String)
        case source(any CredentialSource)
    }

    private let form: Form

    /// Returns a credential for an API key in a header field, the query or a cookie.
    public static func apiKey(_ key: String, in location: Location, name: String) -> Credential {
        Credential(form: .apiKey({ key }, location, name: name))
    }

    /// Returns a credential for an API key that the closure provides before each attempt to send a request.
    public static func apiKey(
        in location: Location, name: String, _ key: @escaping @Sendable () async throws -> String
    ) -> Credential {
        Credential(form: .apiKey(key, location, name: name))
    }

    /// Returns a credential for a bearer token (RFC 6750, section 2.1).
    public static func bearer(_ token: String) -> Credential {
        Credential(form: .authorization(scheme: "Bearer") { _ in token })
    }

    /// Returns a credential for a bearer token that the closure provides before each attempt to send a request.
    ///
    /// Use this for a token that has to be refreshed.
    public static func bearer(_ token: @escaping @Sendable () async throws -> String) -> Credential {
        Credential(form: .authorization(scheme: "Bearer") { _ in try await token() })
    }

    /// Returns a credential for basic authentication, with user name and password in UTF-8 (RFC 7617).
    ///
    /// The user name must not contain a colon, because a server would read the rest as part of the password. Sending a
    /// request with such a name throws ``RequestError/colonInUserName(scheme:)``.
    public static func basic(user: String, password: String) -> Credential {
        Credential(form: .basic(user: user, password: password))
    }

    /// Returns a credential that is the value of the `Authorization` field, for any other authentication scheme.
    public static func authorization(_ value: String) -> Credential {
        Credential(form: .authorization(scheme: nil) { _ in value })
    }

    /// Returns a credential whose `Authorization` field is computed for each attempt to send a request, such as a
    /// signature.
    ///
    /// - Parameter value: Receives the request, complete except for credentials.
    public static func authorization(
        _ value: @escaping @Sendable (HTTPRequest) async throws -> String
    ) -> Credential {
        Credential(form: .authorization(scheme: nil, value: value))
    }

    /// Returns a credential whose `Authorization` field comes from a source that can renew it.
    public static func source(_ source: any CredentialSource) -> Credential {
        Credential(form: .source(source))
    }

    /// The place in a request. Two credentials with the same place cannot be used together.
    var place: String {
        switch form {
        case .apiKey(_, .header, let name): name.lowercased()
        case .apiKey(_, let location, let name): "\(location) \(name)"
        case .authorization, .basic, .source: "authorization"
        }
    }

    /// Adds the credential to a request.
    ///
    /// - Parameter scheme: The security scheme's name, for the error.
    func apply(to request: inout HTTPRequest, scheme: String, _ context: CredentialContext) async throws {
        switch form {
        case .apiKey(let key, .header, let name):
            let key = try await key()
            guard let field = HTTPField.Name(name), HTTPField.isValidValue(key) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            request.headerFields[field] = key
        case .apiKey(let key, .query, let name):
            let key = try await key()
            let path = request.path ?? "/"
            let pair = PercentEncoding.encode(name) + "=" + PercentEncoding.encode(key)
            request.path = path + (path.contains("?") ? "&" : "?") + pair
        case .apiKey(let key, .cookie, let name):
            let key = try await key()
            guard Cookie.isValid(name: name, value: key) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            Cookie.append(name + "=" + key, to: &request.headerFields)
        case .authorization(let authScheme, let value):
            let value = try await value(request)
            guard !value.isEmpty, HTTPField.isValidValue(value) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            request.headerFields[.authorization] = authScheme.map { $0 + " " + value } ?? value
        case .source(let source):
            let value = try await source.authorization(for: request, context)
            guard !value.isEmpty, HTTPField.isValidValue(value) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            request.headerFields[.authorization] = value
        case .basic(let user, let password):
            if user.contains(":") { throw RequestError.colonInUserName(scheme: scheme) }
            let pair = Array((user + ":" + password).utf8)
            guard !pair.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            request.headerFields[.authorization] = "Basic " + Data(pair).base64EncodedString()
        }
    }

    /// Renews the credential after the server refused it. Returns whether there is another one.
    func renew(_ authorization: String, _ context: CredentialContext) async throws -> Bool {
        guard case .source(let source) = form else { return false }
        return try await source.renew(after: authorization, context)
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        switch form {
        case .apiKey(_, let location, let name): "Credential(API key in \(location) \(name))"
        case .authorization(let scheme, _): "Credential(\(scheme ?? "Authorization"))"
        case .basic: "Credential(Basic)"
        case .source: "Credential(Authorization)"
        }
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
