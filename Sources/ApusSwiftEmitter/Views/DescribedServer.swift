import ApusAPIModel
import ApusDiagnostics

/// The API's first server, as Swift.
struct DescribedServer {
    /// The name of the constant; nil if there is no server.
    var name: String?
    var defaultExpression = ""
    var template: ClientView.ServerTemplate?
    var documentation: [String] = []

    /// - Parameter types: the names of the module's types, which those of variables must not hide.
    init(_ server: Server?, others: [Server], access: String, types: Set<String>) {
        guard let server else { return }
        let isAbsolute = server.isAbsolute
        let function = isAbsolute ? "server" : "serverPath"
        name = isAbsolute ? "defaultServer" : "defaultServerPath"
        var comment = DocComment()
        comment.paragraph(
            isAbsolute
                ? "The server that is used unless another is given."
                : "The path below the server that is used unless another is given.")
        comment.paragraph(server.documentation)
        if !others.isEmpty {
            comment.paragraph("The description lists others, too:")
            for other in others { comment.item(literal: other.urlTemplate, other.documentation) }
        }
        documentation = comment.lines
        let used = server.variables.filter { server.urlTemplate.contains("{\($0.name)}") }
        if used.isEmpty {
            defaultExpression = stringLiteral(server.fullTemplate)
        } else {
            defaultExpression = "Self.\(function)()"
            template = Self.template(server, used, function, access, types)
        }
    }

    private static func template(
        _ server: Server, _ variables: [Server.Variable], _ function: String, _ access: String,
        _ types: Set<String>
    ) -> ClientView.ServerTemplate {
        var names = Scope(reserved: ReservedNames.members)
        var typeNames = Scope(reserved: ReservedNames.types, types)
        var result = ClientView.ServerTemplate(documentation: [], name: function, parameters: [], url: [], variables: [])
        var described: [(name: String, text: String)] = []
        var values: [String] = []
        for variable in variables {
            let words = Words(variable.name)
            let name = escaped(names.name(words.isEmpty ? "variable" : words.lowerCamel))
            if variable.values.isEmpty {
                result.parameters.append("\(name): String = \(stringLiteral(variable.defaultValue))")
                values.append("\(stringLiteral(variable.name)): \(name)")
                if let text = variable.documentation, !text.isEmpty { described.append((name, text)) }
            } else {
                let typeName = typeNames.name("Server" + (words.isEmpty ? "Variable" : words.upperCamel))
                var diagnostics = Diagnostics()
                let caseNames = namesOfMembers(
                    variable.values.map { NameRequest($0) }, reserved: ReservedNames.enumeration, into: &diagnostics)
                var comment = DocComment()
                comment.paragraph(variable.documentation)
                let standard = variable.values.firstIndex(of: variable.defaultValue) ?? 0
                result.parameters.append("\(name): \(typeName) = .\(caseNames[standard])")
                result.variables.append(
                    ClientView.ServerVariable(
                        documentation: comment.lines, access: access, typeName: typeName,
                        cases: zip(variable.values, caseNames).map { value, name in
                            EnumerationView.Case(SwiftEnum.Case(value, name: name))
                        }))
                values.append("\(stringLiteral(variable.name)): \(name).rawValue")
            }
        }
        var comment = DocComment()
        comment.paragraph(
            "The \(function == "server" ? "URL" : "path") of the server with the given values in it. "
                + "A value that does not fit its place is refused when a request is sent.")
        if !described.isEmpty {
            comment.gap()
            comment.list("Parameters", described)
        }
        result.documentation = comment.lines
        // Where the description itself has slashes in a value, several segments are meant.
        let nested = variables.filter { variable in
            ([variable.defaultValue] + variable.values).contains { $0.contains("/") }
        }
        var arguments = [stringLiteral(server.fullTemplate), "[\(values.joined(separator: ", "))]"]
        if !nested.isEmpty {
            arguments.append("nested: [\(nested.map { stringLiteral($0.name) }.joined(separator: ", "))]")
        }
        result.url = ["ServerURL.expanding("] + separated(arguments).map { "    " + $0 } + [")"]
        result.parameters = separated(result.parameters)
        return result
    }
}
