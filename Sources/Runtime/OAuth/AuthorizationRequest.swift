import ApusClient
import ApusModels

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request for a person's authorization, with PKCE (RFC 7636). Its descriptions and its mirror show no secret.
///
/// ```swift
/// let request = try ExampleClient.oauth.authorizationRequest(client, redirectURL: "app://signed-in")
/// let callback = try await openBrowser(request.url)      // the app's
/// let client = ExampleClient(credentials: [.oauth: .source(try request.tokens(from: callback))])
/// ```
public struct AuthorizationRequest: Sendable {
    /// The page to open in a browser.
    public let url: String
    private let scheme: OAuthScheme
    private let client: OAuthClient
    private let redirectURL: String
    private let scopes: [String]
    private let state: String
    private let verifier: String

    init(
        _ scheme: OAuthScheme, _ client: OAuthClient, redirectURL: String, scopes: [String],
        parameters: [(String, String)], server: String?
    ) throws(OAuthError) {
        guard let flow = scheme.flows.first(where: { $0.kind == .authorizationCode }), let page = flow.authorization
        else { throw .missingFlow("authorizationCode") }
        self.scheme = scheme
        self.client = client
        self.redirectURL = redirectURL
        self.scopes = scopes
        state = Base64.random(16)
        verifier = Base64.random(32)
        let endpoint = try Endpoint(page, relativeTo: server.flatMap { URL(string: $0) })
        var query = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirectURL), ("state", state),
            ("code_challenge", Base64.encodeURL(SHA256.hash(Array(verifier.utf8)))), ("code_challenge_method", "S256"),
        ]
        if !scopes.isEmpty { query.append(("scope", scopes.joined(separator: " "))) }
        let start = endpoint.base.absoluteString + endpoint.path
        url = start + (start.contains("?") ? "&" : "?") + FormText.encode(query + parameters)
    }

    /// Returns the source of tokens for the authorization that the browser brought back.
    ///
    /// The code is exchanged with the first request, or with `token(using:)`.
    ///
    /// - Parameter callback: The redirect URL with its query.
    /// - Throws: ``OAuthError/stateMismatch``, or ``OAuthError/refused(code:message:status:)`` if the person refused.
    public func tokens(
        from callback: String, options: OAuthOptions = OAuthOptions()
    ) throws(OAuthError) -> OAuthTokenSource {
        let parameters = FormText.parameters(of: callback)
        guard parameters["state"] == state else { throw .stateMismatch }
        if let code = parameters["error"] {
            throw .refused(code: code, message: parameters["error_description"], status: 0)
        }
        guard let code = parameters["code"], !code.isEmpty else {
            throw .invalidResponse(status: 0, reason: "the callback has no `code`")
        }
        let grant = OAuthGrant.authorizationCode(code: code, redirectURL: redirectURL, verifier: verifier)
        return OAuthTokenSource(scheme, client, grant, scopes: scopes, options)
    }
}

extension AuthorizationRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "AuthorizationRequest(\(client.id))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

enum Base64 {
    static func encode(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

    /// Encodes without padding, for URLs (RFC 4648, section 5).
    static func encodeURL(_ bytes: [UInt8]) -> String {
        encode(bytes).replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// Returns a text of random bytes from the system's generator, which is suitable for secrets.
    static func random(_ count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        return encodeURL((0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }
}
