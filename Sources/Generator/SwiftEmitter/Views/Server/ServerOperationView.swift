import ApusAPIModel

/// What `serverOperation.mustache` prints: how requests of an operation are read and answered.
struct ServerOperationView: TemplateView {
    var access: String
    var server: String
    /// The operation's method in the comment.
    var method: String
    var name: String
    var arguments: [String]
    var statements: [String]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("server", \.server), .text("method", \.method), .text("name", \.name),
        .lines("arguments", \.arguments), .lines("statements", \.statements),
    ]

    init(_ operation: SwiftServerOperation, server: String, access: String) {
        self.access = access
        self.server = server
        method = operation.names.method
        name = Identifier.escaped(operation.names.operation)
        arguments = Self.arguments(operation)
        statements = ServerCalls.statements(of: operation)
    }

    private static func arguments(_ operation: SwiftServerOperation) -> [String] {
        let description = operation.operation
        var head = [
            SwiftText.literal(description.method), SwiftText.literal(description.path),
            "operationID: \(SwiftText.literal(description.id))",
        ]
        if let paths = operation.basePaths {
            head.append("basePaths: [\(paths.map(SwiftText.literal).joined(separator: ", "))]")
        }
        if !operation.security.isEmpty {
            let alternatives = operation.security.map { "[\($0.map(\.expression).joined(separator: ", "))]" }
            head.append("security: [\(alternatives.joined(separator: ", "))]")
        }
        let responses = operation.responses
        let failures = responses.failures.isEmpty ? "" : ", failures: \(operation.names.failure).self"
        var lines = SwiftText.filled(head, separator: ",")
        lines[lines.count - 1] += ","
        if case .output = responses.result {
            return lines + ["successes: \(operation.names.output).forms\(failures)"]
        }
        let form = responses.outputs[0].form
        if form.count == 1 { return lines + ["successes: [\(form[0])]\(failures)"] }
        return lines + ["successes: ["] + form.map { "    " + $0 } + ["]\(failures)"]
    }
}

extension SecurityRequirement {
    fileprivate var expression: String {
        if scopes.isEmpty { return SwiftText.literal(scheme) }
        let list = scopes.map(SwiftText.literal).joined(separator: ", ")
        return ".init(\(SwiftText.literal(scheme)), scopes: [\(list)])"
    }
}

/// What `serverOutcome.mustache` prints: an enum of responses.
struct ServerOutcomeView: TemplateView {
    var access: String
    var name: String
    /// The operation's method.
    var operation: String
    /// The protocol of the enum.
    var conformance: String
    /// Whether the enum is thrown.
    var isThrown: Bool
    var cases: [OutcomeView.Case]
    /// The forms with their commas, as lines.
    var forms: [String]
    /// The cases of the switch.
    var outcomes: [String]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("name", \.name), .text("operation", \.operation),
        .text("conformance", \.conformance), .flag("isThrown", \.isThrown), .views("cases", \.cases),
        .lines("forms", \.forms), .lines("outcomes", \.outcomes),
    ]

    init(_ responses: [SwiftServerResponse], name: String, operation: String, isThrown: Bool, access: String) {
        self.access = access
        self.name = name
        self.operation = operation
        self.isThrown = isThrown
        conformance = isThrown ? "ServerFailure" : "ServerOutput"
        cases = responses.map(\.caseView)
        var list = Arguments()
        for response in responses { list.add(response.form) }
        forms = list.lines
        outcomes = responses.enumerated().map { $1.outcome($0) }
    }
}
