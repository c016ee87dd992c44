/// What `client.mustache` prints.
struct ClientView: TemplateView {
    struct Credential: TemplateView {
        /// The scheme's name as a literal.
        var scheme: String
        /// The expression of the credential; of an optional if the credential can be left out.
        var value: String

        static let fields: [TemplateField<Self>] = [.text("scheme", \.scheme), .text("value", \.value)]
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
        var parameters: [String]
        /// The expression of the URL.
        var url: String
        var variables: [ServerVariable]

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .lines("serverParameters", \.parameters), .text("url", \.url),
            .views("variables", \.variables),
        ]
    }

    var documentation: [String]
    var access: String
    var name: String
    var serverDocumentation: [String]
    /// The expression of the server that is used unless another is given; nil if the description names none.
    var defaultServer: String?
    var serverTemplate: ServerTemplate?
    /// The initialiser's parameters, as lines with their commas.
    var parameters: [String]
    var parameterDocumentation: [String]
    var credentials: [Credential]

    static let fields: [TemplateField<Self>] = [
        .lines("documentation", \.documentation), .text("access", \.access), .text("name", \.name),
        .lines("serverDocumentation", \.serverDocumentation), .optional("defaultServer", \.defaultServer),
        .view("serverTemplate") { $0.serverTemplate }, .lines("parameters", \.parameters),
        .lines("parameterDocumentation", \.parameterDocumentation), .views("credentials", \.credentials),
        .text("binding") { $0.credentials.isEmpty ? "let" : "var" },
    ]
}
