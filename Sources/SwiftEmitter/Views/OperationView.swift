/// What `operation.mustache` prints: the methods of one operation.
struct OperationView: TemplateView {
    var access: String
    /// The client's name.
    var client: String
    var documentation: [String]
    var responseDocumentation: [String]
    var deprecation: String?
    var name: String
    var responseName: String
    /// Parameters as lines with their commas.
    var parameters: [String]
    /// The parameters if the method's first line has room for them.
    var shortParameters: String?
    /// Arguments that pass the parameters on.
    var arguments: String
    var error: String
    /// The type of the body; nil if there is none.
    var result: String?
    var request: [String]
    /// Statements that put parameters and the body into the request.
    var statements: [String]
    var responses: [String]
    var pages: PagesView?

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("client", \.client), .lines("documentation", \.documentation),
        .lines("responseDocumentation", \.responseDocumentation), .optional("deprecation", \.deprecation),
        .text("name", \.name), .text("responseName", \.responseName),
        .lines("parameters", \.parameters), .optional("shortParameters", \.shortParameters),
        .text("arguments", \.arguments), .text("error", \.error), .optional("result", \.result),
        .flag("hasResult") { $0.result != nil }, .text("responseBody") { $0.result ?? "NoBody" },
        .lines("request", \.request), .text("binding") { $0.statements.isEmpty ? "let" : "var" },
        .lines("statements", \.statements), .lines("responses", \.responses), .view("pages") { $0.pages },
    ]
    static let index = makeIndex()
}

/// The method that pages through an operation's results.
struct PagesView: TemplateView {
    var documentation: [String]
    var methodName: String
    var pageParameters: [String]
    var page: String
    var item: String
    /// Where paging begins: the body, or the token.
    var start: String
    var next: String
    var into: String
    var items: String
    var pageArguments: String

    static let fields: [TemplateField<Self>] = [
        .lines("pageDocumentation", \.documentation), .text("methodName", \.methodName),
        .lines("pageParameters", \.pageParameters), .text("page", \.page), .text("item", \.item),
        .text("start", \.start), .text("next", \.next), .text("into", \.into), .text("items", \.items),
        .text("pageArguments", \.pageArguments),
    ]
    static let index = makeIndex()
}

/// What `operationError.mustache` and `operationSuccess.mustache` print.
struct OutcomeView: TemplateView {
    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// The associated values within parentheses, or nothing.
        var payload: String

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("name", \.name), .text("payload", \.payload),
        ]
        static let index = makeIndex()
    }

    var access: String
    var name: String
    /// The operation's method.
    var operation: String
    var cases: [Case]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("name", \.name), .text("operation", \.operation),
        .views("cases", \.cases),
    ]
    static let index = makeIndex()
}
