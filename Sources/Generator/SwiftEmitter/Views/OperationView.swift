/// What `operation.mustache` prints: the methods of one operation.
struct OperationView: TemplateView {
    var access: String
    /// The client's name.
    var client: String
    var isDeprecated: Bool
    /// The name of the plain method.
    var name: String
    var error: String
    var methods: [MethodView]
    var pages: PagesView?

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("client", \.client), .flag("isDeprecated", \.isDeprecated),
        .text("name", \.name), .text("error", \.error), .views("methods", \.methods), .view("pages") { $0.pages },
    ]
}

/// A method that sends a request, or calls the method that does.
struct MethodView: TemplateView {
    /// A request and the responses to it.
    struct Sending: TemplateView {
        /// The arguments that begin the request.
        var request: [String]
        /// Statements that put parameters and the body into the request.
        var statements: [String]
        var responses: [String]

        static let fields: [TemplateField<Self>] = [
            .lines("request", \.request), .optional("shortRequest") { SwiftText.onOneLine($0.request, width: 72) },
            .text("binding") { $0.statements.isEmpty ? "let" : "var" },
            .lines("statements", \.statements), .lines("responses", \.responses),
        ]
    }

    /// Whether another method precedes it.
    var isFollowing = false
    var documentation: [String]
    var name: String
    /// Parameters as lines with their commas.
    var parameters: [String]
    /// The parameters if the method's first line has room for them.
    var shortParameters: String?
    /// The type of the result, or `nil` if there is none.
    var result: String?
    /// The expression that calls the method with the whole response.
    var forwarding: [String] = []
    var sending: Sending?

    static let fields: [TemplateField<Self>] = [
        .flag("isFollowing", \.isFollowing), .lines("documentation", \.documentation), .text("name", \.name),
        .lines("parameters", \.parameters), .optional("shortParameters", \.shortParameters),
        .optional("result", \.result), .lines("forwarding", \.forwarding), .view("sending") { $0.sending },
    ]
}

/// The method that pages through an operation's results.
struct PagesView: TemplateView {
    var documentation: [String]
    var methodName: String
    var pageParameters: [String]
    var page: String
    var item: String
    /// The arguments of `Pages`.
    var arguments: String
    /// The parameter of the closure: the body, the value that changes from page to page, or nothing.
    var start: String
    /// The method that the closure calls.
    var calledName: String
    var pageArguments: String

    static let fields: [TemplateField<Self>] = [
        .lines("pageDocumentation", \.documentation), .text("methodName", \.methodName),
        .lines("pageParameters", \.pageParameters), .text("page", \.page), .text("item", \.item),
        .text("arguments", \.arguments), .text("start", \.start), .text("calledName", \.calledName),
        .text("pageArguments", \.pageArguments),
    ]
}

/// What `operationAccept.mustache`, `operationContent.mustache`, `operationError.mustache` and
/// `operationSuccess.mustache` print.
struct OutcomeView: TemplateView {
    struct Case: TemplateView {
        var documentation: [String]
        var name: String
        /// The associated values within parentheses, or nothing.
        var payload: String

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("name", \.name), .text("payload", \.payload),
        ]
    }

    var access: String
    var name: String
    /// The operation's method.
    var operation: String
    /// The literal of the operation's ID.
    var operationID = ""
    var conformances: String
    var cases: [Case]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("name", \.name), .text("operation", \.operation),
        .text("operationID", \.operationID), .text("conformances", \.conformances), .views("cases", \.cases),
    ]
}
