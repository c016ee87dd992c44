import ApusAPIModel

/// A static property of the client with the endpoints and scopes of an OAuth 2.0 or OpenID Connect scheme.
struct SwiftOAuthScheme {
    let name: String
    let documentation: [String]
    /// The arguments of `OAuthScheme`.
    let arguments: [String]

    /// Returns `nil` unless a client can sign in with the scheme by itself.
    ///
    /// - Parameter name: The case of the scheme.
    init?(_ scheme: SecurityScheme, name: String, _ scope: inout Scope) {
        let flows = scheme.flows.compactMap(Self.expression)
        if flows.isEmpty, scheme.metadataURL == nil { return nil }
        self.name = Identifier.escaped(scope.name(name, name + "Scheme"))
        var comment = DocComment()
        comment.paragraph(
            "The endpoints and scopes of `\(SwiftText.oneLine(scheme.name))`, with which `ApusOAuth` signs in.")
        comment.paragraph(scheme.documentation)
        documentation = comment.lines
        var arguments: [String] = []
        if !flows.isEmpty {
            let list = flows.enumerated().map { $1 + ($0 == flows.count - 1 ? "" : ",") }
            arguments = ["flows: ["] + list.map { "    " + $0 } + ["]"]
        }
        if let url = scheme.metadataURL {
            if !arguments.isEmpty { arguments[arguments.count - 1] += "," }
            arguments.append("metadata: \(SwiftText.literal(url))")
        }
        self.arguments = arguments
    }

    /// The expression of a flow that the runtime supports.
    private static func expression(of flow: OAuthFlow) -> String? {
        guard let token = flow.tokenURL,
            [.clientCredentials, .password, .authorizationCode].contains(flow.kind)
        else { return nil }
        var arguments = [".\(flow.kind.rawValue)"]
        if let url = flow.authorizationURL { arguments.append("authorization: \(SwiftText.literal(url))") }
        arguments.append("token: \(SwiftText.literal(token))")
        if let url = flow.refreshURL { arguments.append("refresh: \(SwiftText.literal(url))") }
        if !flow.scopes.isEmpty {
            arguments.append("scopes: [\(flow.scopes.map(SwiftText.literal).joined(separator: ", "))]")
        }
        return "OAuthFlow(\(arguments.joined(separator: ", ")))"
    }
}
