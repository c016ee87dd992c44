extension SwiftServer {
    /// The name of the function that makes the URL of its variables.
    fileprivate var function: String { server.isAbsolute ? "server" : "serverPath" }

    /// The default URL.
    var expression: String { variables.isEmpty ? SwiftText.literal(server.fullTemplate) : "Self.\(function)()" }
}

extension SwiftServer.Variable {
    /// The parameter with its default.
    fileprivate var parameter: String {
        guard let values else {
            return "\(Identifier.escaped(name)): String = \(SwiftText.literal(variable.defaultValue))"
        }
        return "\(Identifier.escaped(name)): \(values.name) = .\(values.standard.name)"
    }

    /// The entry of the dictionary of values.
    fileprivate var entry: String {
        "\(SwiftText.literal(variable.name)): \(Identifier.escaped(name))" + (values == nil ? "" : ".rawValue")
    }

    /// Whether a value can be several segments of a path, because the description itself has slashes in one.
    fileprivate var isNested: Bool { ([variable.defaultValue] + variable.values).contains { $0.contains("/") } }
}

extension ClientView.ServerTemplate {
    /// `nil` if the URL has no variables.
    init?(_ server: SwiftServer, access: String) {
        if server.variables.isEmpty { return nil }
        name = server.function
        parameters = SwiftText.separated(server.variables.map(\.parameter))
        variables = server.variables.compactMap { ClientView.ServerVariable($0, access: access) }
        var comment = DocComment()
        comment.paragraph(
            "Returns the \(server.server.isAbsolute ? "URL" : "path") of the server with the given values. "
                + "Requests fail if a value is not allowed in its place.")
        // If a variable has an enum of values, the enum documents them.
        let described = server.variables.compactMap { variable -> (String, String)? in
            guard variable.values == nil, let text = variable.variable.documentation, !text.isEmpty else { return nil }
            return (Identifier.escaped(variable.name), text)
        }
        if !described.isEmpty {
            comment.gap()
            comment.list("Parameters", described)
        }
        documentation = comment.lines
        var arguments = [
            SwiftText.literal(server.server.fullTemplate), "[\(server.variables.map(\.entry).joined(separator: ", "))]",
        ]
        let nested = server.variables.filter(\.isNested).map { SwiftText.literal($0.variable.name) }
        if !nested.isEmpty { arguments.append("nested: [\(nested.joined(separator: ", "))]") }
        url = ["ServerURL.expanding("] + SwiftText.separated(arguments).map { "    " + $0 } + [")"]
    }
}

extension ClientView.ServerVariable {
    /// `nil` if the variable can have any value.
    fileprivate init?(_ variable: SwiftServer.Variable, access: String) {
        guard let values = variable.values else { return nil }
        var comment = DocComment()
        comment.paragraph(variable.variable.documentation)
        self.init(
            documentation: comment.lines, access: access, typeName: values.name,
            cases: values.cases.map { EnumerationView.Case($0) })
    }
}
