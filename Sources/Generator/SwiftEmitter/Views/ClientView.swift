/// What `client.mustache` prints.
struct ClientView: TemplateView {
    struct Credential: TemplateView {
        /// The case of the scheme.
        var scheme: EnumerationView.Case
        /// The expression of the credential. Its type is optional if the credential can be omitted.
        var value: String

        static let fields: [TemplateField<Self>] = [.text("scheme", \.scheme.name), .text("value", \.value)]
    }

    /// A variable of the server's URL with the values that it can have.
    struct ServerVariable: TemplateView {
        var documentation: [String]
        var access: String
        var typeName: String
        var cases: [EnumerationView.Case]

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("access", \.access), .text("typeName", \.typeName),
            .views("cases", \.cases),
        ]
    }

    /// A server whose URL has variables.
    struct ServerTemplate: TemplateView {
        var documentation: [String]
        /// `server`, or `serverPath` for a relative one.
        var name: String
        var parameters: [String]
        /// The expression of the URL.
        var url: [String]
        var variables: [ServerVariable]

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("serverName", \.name),
            .lines("serverParameters", \.parameters), .lines("url", \.url),
            .views("variables", \.variables),
        ]
    }

    /// The endpoints of a security scheme with OAuth 2.0.
    struct OAuthScheme: TemplateView {
        var access: String
        var name: String
        var documentation: [String]
        var arguments: [String]

        static let fields: [TemplateField<Self>] = [
            .text("access", \.access), .text("name", \.name), .lines("documentation", \.documentation),
            .lines("arguments", \.arguments),
        ]
    }

    /// The security schemes, and the initializer that takes a credential for each.
    struct SecuritySchemes: TemplateView {
        var access: String
        var name: String
        var cases: [EnumerationView.Case]
        /// The initializer's parameters, as lines with their commas.
        var parameters: [String]
        var parameterDocumentation: [String]
        /// The arguments that pass the parameters on.
        var arguments: String
        var core: [String]

        static let fields: [TemplateField<Self>] = [
            .text("access", \.access), .text("schemesName", \.name), .views("cases", \.cases),
            .lines("parameters", \.parameters),
            .lines("parameterDocumentation", \.parameterDocumentation), .text("arguments", \.arguments),
            .lines("core", \.core),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    var serverDocumentation: [String]
    /// `defaultServer`, or `defaultServerPath` if the description has only a relative server. `nil` if it has no
    /// server.
    var defaultServerName: String?
    /// The expression of the default server or its path.
    var defaultServer: String
    var serverTemplate: ServerTemplate?
    /// The initializer's parameters, as lines with their commas.
    var parameters: [String]
    var parameterDocumentation: [String]
    var credentials: [Credential]
    var oauthSchemes: [OAuthScheme]
    /// `nil` if there are no credentials.
    var schemes: SecuritySchemes?
    /// The arguments of the core.
    var core: [String]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .lines("serverDocumentation", \.serverDocumentation), .optional("defaultServerName", \.defaultServerName),
        .text("defaultServer", \.defaultServer),
        .view("serverTemplate") { $0.serverTemplate }, .lines("parameters", \.parameters),
        .lines("parameterDocumentation", \.parameterDocumentation), .views("credentials", \.credentials),
        .views("oauthSchemes", \.oauthSchemes),
        .view("schemes") { $0.schemes }, .lines("core", \.core),
    ]
}
