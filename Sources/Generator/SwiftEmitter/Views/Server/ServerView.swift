import ApusAPIModel

/// What `server.mustache` prints: the protocol of a server, and how it is registered.
struct ServerView: TemplateView {
    /// A security scheme with the method for its credentials.
    struct Scheme: TemplateView {
        var documentation: [String]
        /// The label of the credential.
        var label: String
        var credential: String
        var hasScopes: Bool
        var identity: String
        /// The expression of the scheme, as lines.
        var expression: [String]

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("label", \.label), .text("credential", \.credential),
            .flag("hasScopes", \.hasScopes), .text("identity", \.identity), .lines("expression", \.expression),
        ]
    }

    /// The method of an operation.
    struct Method: TemplateView {
        /// Whether another method precedes it.
        var isFollowing = false
        var documentation: [String]
        var name: String
        var parameters: [String]
        /// The parameters if the method's line has room for them.
        var shortParameters: String?
        /// The type of the result, or `nil` if there is none.
        var result: String?

        static let fields: [TemplateField<Self>] = [
            .flag("isFollowing", \.isFollowing), .lines("documentation", \.documentation), .text("name", \.name),
            .lines("parameters", \.parameters),
            .optional("shortParameters", \.shortParameters), .optional("result", \.result),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    var schemes: [Scheme]
    var methods: [Method]
    var basePaths: String
    /// The names of the operations' properties, as lines with their commas.
    var operations: [String]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .views("schemes", \.schemes), .flag("hasSchemes") { !$0.schemes.isEmpty }, .views("methods", \.methods),
        .text("basePaths", \.basePaths), .lines("operations", \.operations),
    ]

    init(_ server: SwiftServerProtocol, access: String) {
        self.access = access
        name = server.name
        documentation = server.documentation
        basePaths = "[\(server.basePaths.map(SwiftText.literal).joined(separator: ", "))]"
        schemes = server.schemes.enumerated().map { index, scheme in
            Scheme(scheme, isLast: index == server.schemes.count - 1)
        }
        methods = server.operations.map(Method.init)
        for index in methods.indices.dropFirst() { methods[index].isFollowing = true }
        operations = SwiftText.filled(server.operations.map { Identifier.escaped($0.names.operation) }, separator: ",")
    }
}

extension ServerView.Scheme {
    fileprivate init(_ scheme: SwiftServerScheme, isLast: Bool) {
        documentation = scheme.documentation
        label = Identifier.label(scheme.label)
        credential = scheme.credential
        hasScopes = scheme.hasScopes
        identity = scheme.identity
        let name = SwiftText.literal(scheme.scheme.name)
        let scopes = scheme.hasScopes ? ", scopes: scopes" : ""
        let start =
            switch scheme.scheme.kind {
            case .apiKey(let key, let location):
                ".apiKey(\(name), in: .\([.header, .cookie].contains(location) ? location.rawValue : "query"), name: \(SwiftText.literal(key)))"
            case .basic: ".basic(\(name))"
            case .bearer, .oauth2, .openIDConnect, .mutualTLS: ".bearer(\(name))"
            case .http(let scheme): ".authorization(\(name), scheme: \(SwiftText.literal(scheme)))"
            }
        expression = [
            "\(start) { credential, \(scheme.hasScopes ? "scopes" : "_") in",
            "    try await self.authenticate(\(label): credential\(scopes))",
            isLast ? "}" : "},",
        ]
    }
}

extension ServerView.Method {
    fileprivate init(_ operation: SwiftServerOperation) {
        documentation = operation.documentation
        name = Identifier.escaped(operation.names.method)
        parameters = SwiftText.filled(operation.methodParameters.map(\.declaration), separator: ",")
        result =
            switch operation.responses.result {
            case .nothing: nil
            case .body(let type): type.text
            case .output: operation.names.output
            }
        let rest = "    func \(name)() async throws\(result.map { " -> \($0)" } ?? "")"
        shortParameters = parameters.isEmpty ? "" : SwiftText.onOneLine(parameters, width: 110 - rest.utf8.count)
    }
}
