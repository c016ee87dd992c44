import ApusAPIModel
import ApusDiagnostics

/// A security scheme of a server, with the method that authenticates a credential.
struct SwiftServerScheme {
    let scheme: SecurityScheme
    /// The label of the method's first parameter and the name of the identity's parameter, without backticks.
    let label: String
    /// The associated type of the method's result.
    let identity: String
    /// Whether the method takes the scopes that an operation requires.
    let hasScopes: Bool

    /// The schemes that operations require, in the order of the description.
    static func all(of api: API, into diagnostics: inout Diagnostics) -> [SwiftServerScheme] {
        let requirements = api.operations.flatMap { $0.security.joined() }
        let used = Set(requirements.map(\.scheme))
        let schemes = api.securitySchemes.filter { used.contains($0.name) }
        for scheme in schemes where scheme.kind == .mutualTLS {
            diagnostics.warning(
                .schemeOfTransport,
                "a server does not check the security scheme `\(SwiftText.oneLine(scheme.name))`, because certificates belong to the connection",
                at: scheme.origin.place)
        }
        let checked = schemes.filter { $0.kind != .mutualTLS }
        var ignored = Diagnostics()
        let labels = MemberNames.names(
            for: checked.map { NameRequest($0.name, fallback: "scheme") }, reserved: ReservedNames.serverOperation,
            into: &ignored)
        var identities = Scope(reserved: ReservedNames.types, ReservedNames.server)
        return zip(checked, labels).map { scheme, label in
            let words = Words(scheme.name)
            return SwiftServerScheme(
                scheme: scheme, label: label,
                identity: identities.name((words.isEmpty ? "Caller" : words.upperCamel) + "Identity"),
                hasScopes: scheme.kind.hasScopes
                    || requirements.contains { $0.scheme == scheme.name && !$0.scopes.isEmpty })
        }
    }

    /// The type of the credential.
    var credential: String {
        switch scheme.kind {
        case .basic: "ServerSecurityScheme.BasicCredentials"
        case .apiKey, .bearer, .http, .oauth2, .openIDConnect, .mutualTLS: "String"
        }
    }

    var documentation: [String] {
        var comment = DocComment()
        let what =
            switch scheme.kind {
            case .apiKey: "an API key"
            case .basic: "a user name and a password"
            case .bearer, .oauth2, .openIDConnect, .mutualTLS: "a token"
            case .http: "the `Authorization` field"
            }
        comment.paragraph("Finds out who has \(what) (`\(SwiftText.oneLine(scheme.name))`).")
        comment.paragraph(scheme.documentation)
        comment.gap()
        comment.item(
            "Throws",
            "`AuthenticationError.unauthorized` if the credential is not valid, and `.forbidden` if it does not allow the operation."
        )
        return comment.lines
    }
}

extension SecurityScheme.Kind {
    fileprivate var hasScopes: Bool {
        switch self {
        case .oauth2, .openIDConnect: true
        case .apiKey, .basic, .bearer, .http, .mutualTLS: false
        }
    }
}

/// The identity of an operation's caller, as a scheme's method returned it.
struct SwiftServerIdentity {
    let scheme: SwiftServerScheme
    /// The name of the method's parameter, without backticks.
    let name: String
    /// Whether the operation can be called without the scheme.
    let isOptional: Bool
}
