import ApusAPIModel
import ApusDiagnostics

extension ClientView {
    init(_ catalog: Catalog) {
        let api = catalog.api
        access = catalog.options.access.rawValue
        name = catalog.names.client
        var comment = DocComment()
        comment.paragraph("A client of \(api.title.isEmpty ? "the API" : api.title).")
        comment.paragraph(api.summary)
        comment.paragraph(api.documentation)
        comment.seeAlso(api.externalDocumentation)
        documentation = comment.lines

        let server = DescribedServer(catalog.defaultServer, others: catalog.otherServers, access: access)
        defaultServer = server.defaultExpression
        serverTemplate = server.template
        serverDocumentation = server.documentation

        var list: [String] = []
        var parameterComment = DocComment()
        var items: [(String, String)] = []
        credentials = []
        for credential in catalog.credentials() {
            list += credential.parameters
            credentials.append(Credential(scheme: stringLiteral(credential.scheme), value: credential.value))
            if let text = credential.documentation { items.append(text) }
        }
        list.append(defaultServer == nil ? "server: String" : "server: String = Self.defaultServer")
        items.append(("server", "The URL that the operations' paths are appended to."))
        let transport = catalog.options.defaultTransport.map { " = \(transportType(inModule: $0))()" } ?? ""
        list.append("transport: any ClientTransport\(transport)")
        items.append(("transport", "What sends requests."))
        list.append("configuration: ClientConfiguration = ClientConfiguration()")
        items.append(("configuration", "Validation, timeouts and the like."))
        parameters = separated(list)
        parameterComment.list("Parameters", items)
        parameterDocumentation = parameterComment.lines
    }
}

/// The type of a transport by its module: `ApusURLSession` has `URLSessionTransport`.
private func transportType(inModule module: String) -> String {
    (module.hasPrefix("Apus") ? String(module.dropFirst("Apus".count)) : module) + "Transport"
}

/// The API's first server, as Swift.
private struct DescribedServer {
    var defaultExpression: String?
    var template: ClientView.ServerTemplate?
    var documentation: [String] = []

    init(_ server: Server?, others: [Server], access: String) {
        guard let server else { return }
        var comment = DocComment()
        comment.paragraph("The server that is used unless another is given.")
        comment.paragraph(server.documentation)
        if !others.isEmpty {
            comment.paragraph("The description lists others, too:")
            for other in others { comment.item(literal: other.urlTemplate, other.documentation) }
        }
        documentation = comment.lines
        let used = server.variables.filter { server.urlTemplate.contains("{\($0.name)}") }
        if used.isEmpty {
            defaultExpression = stringLiteral(server.urlTemplate)
        } else {
            defaultExpression = "Self.server()"
            template = Self.template(server, used, access)
        }
    }

    private static func template(
        _ server: Server, _ variables: [Server.Variable], _ access: String
    ) -> ClientView.ServerTemplate {
        var names = Scope(reserved: ReservedNames.members)
        var typeNames = Scope(reserved: ReservedNames.types)
        var result = ClientView.ServerTemplate(documentation: [], parameters: [], url: "", variables: [])
        var described: [(name: String, text: String)] = []
        var expressions: [String: String] = [:]
        for variable in variables {
            let words = Words(variable.name)
            let name = escaped(names.name(words.isEmpty ? "variable" : words.lowerCamel))
            if variable.values.isEmpty {
                result.parameters.append("\(name): String = \(stringLiteral(variable.defaultValue))")
                expressions[variable.name] = name
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
                            EnumerationView.Case(
                                documentation: [], name: escaped(name), member: name, rawValue: stringLiteral(value),
                                isImplicit: name == value)
                        }))
                expressions[variable.name] = name + ".rawValue"
            }
        }
        var comment = DocComment()
        comment.paragraph("The URL of the server with the given values in it.")
        if !described.isEmpty {
            comment.gap()
            comment.list("Parameters", described)
        }
        result.documentation = comment.lines
        result.url = pieces(server.urlTemplate, expressions).joined(separator: " + ")
        result.parameters = separated(result.parameters)
        return result
    }

    /// The URL as operands of `+`: literals, and the expressions of its variables.
    private static func pieces(_ url: String, _ expressions: [String: String]) -> [String] {
        var result: [String] = []
        var text = ""
        var rest = Substring(url)
        while let character = rest.first {
            if character == "{", let end = rest.firstIndex(of: "}"),
                let expression = expressions[String(rest[rest.index(after: rest.startIndex)..<end])]
            {
                if !text.isEmpty { result.append(stringLiteral(text)) }
                text = ""
                result.append(expression)
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(character)
                rest.removeFirst()
            }
        }
        if !text.isEmpty { result.append(stringLiteral(text)) }
        return result
    }
}
