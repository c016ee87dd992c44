import HTTPTypes

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Data
#else
import struct Foundation.Data
#endif

/// What proves to a server who sends a request. Its descriptions and its mirror show no secret.
public struct Credential: Sendable {
    /// Where an API key goes.
    public enum Location: Hashable, Sendable {
        case header, query, cookie
    }

    private enum Form: Sendable {
        case apiKey(String, Location, name: String)
        case authorization(scheme: String, value: @Sendable () async throws -> String)
    }

    private let form: Form

    /// A key in a header field, in the query or in a cookie.
    public static func apiKey(_ key: String, in location: Location, name: String) -> Credential {
        Credential(form: .apiKey(key, location, name: name))
    }

    /// A bearer token (RFC 6750, section 2.1).
    public static func bearer(_ token: String) -> Credential {
        Credential(form: .authorization(scheme: "Bearer") { token })
    }

    /// A bearer token that is asked for before each attempt to send a request, such as one that has to be refreshed.
    public static func bearer(_ token: @escaping @Sendable () async throws -> String) -> Credential {
        Credential(form: .authorization(scheme: "Bearer", value: token))
    }

    /// User and password (RFC 7617); in UTF-8.
    public static func basic(user: String, password: String) -> Credential {
        let value = Data((user + ":" + password).utf8).base64EncodedString()
        return Credential(form: .authorization(scheme: "Basic") { value })
    }

    /// Puts the credential on a request.
    ///
    /// - Parameter scheme: the security scheme's name, for the error.
    func apply(to request: inout HTTPRequest, scheme: String) async throws {
        switch form {
        case .apiKey(let key, .header, let name):
            guard let field = HTTPField.Name(name), HTTPField.isValidValue(key) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            request.headerFields[field] = key
        case .apiKey(let key, .query, let name):
            let path = request.path ?? "/"
            let pair = PercentEncoding.encode(name) + "=" + PercentEncoding.encode(key)
            request.path = path + (path.contains("?") ? "&" : "?") + pair
        case .apiKey(let key, .cookie, let name):
            guard Cookie.isValid(name: name, value: key) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            Cookie.append(name + "=" + key, to: &request.headerFields)
        case .authorization(let authScheme, let value):
            let value = try await value()
            guard !value.isEmpty, HTTPField.isValidValue(value) else {
                throw RequestError.invalidCredential(scheme: scheme)
            }
            request.headerFields[.authorization] = authScheme + " " + value
        }
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String {
        switch form {
        case .apiKey(_, let location, let name): "Credential(API key in \(location) \(name))"
        case .authorization(let scheme, _): "Credential(\(scheme))"
        }
    }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
