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

        let server = DescribedServer(
            catalog.defaultServer ?? catalog.relativeServer, others: catalog.otherServers, access: access,
            types: Set(catalog.names.types.values))
        defaultServerName = server.name
        defaultServer = server.defaultExpression
        serverTemplate = server.template
        serverDocumentation = server.documentation

        let described = catalog.credentials()
        let common = CommonParameters(catalog)
        parameters = separated(described.flatMap(\.parameters) + common.declarations)
        var parameterComment = DocComment()
        parameterComment.list("Parameters", described.compactMap(\.documentation) + common.documentation)
        parameterDocumentation = parameterComment.lines

        var diagnostics = Diagnostics()
        let names = namesOfMembers(
            described.map { NameRequest($0.scheme) }, reserved: ReservedNames.enumeration, into: &diagnostics)
        credentials = zip(described, names).map { credential, name in
            Credential(
                scheme: EnumerationView.Case(SwiftEnum.Case(credential.scheme, name: name)),
                value: credential.value)
        }
        core = filled(common.core, separator: ",")
        if credentials.isEmpty {
            schemes = nil
        } else {
            var comment = DocComment()
            let items = [("credentials", "What each security scheme that the client uses is given.")]
            comment.list("Parameters", items + common.documentation)
            schemes = SecuritySchemes(
                access: access, name: catalog.names.securitySchemes, cases: credentials.map(\.scheme),
                parameters: separated(["credentials: [\(catalog.names.securitySchemes): Credential]"] + common.declarations),
                parameterDocumentation: comment.lines,
                arguments: (["credentials"] + common.names).map { "\($0): \($0)" }.joined(separator: ", "),
                core: filled(common.core + ["credentials: credentials"], separator: ","))
        }
    }
}

/// The parameters of an initializer that are not credentials.
private struct CommonParameters {
    var names: [String] = []
    var declarations: [String] = []
    var documentation: [(String, String)] = []
    /// The arguments of the core.
    var core: [String] = []

    init(_ catalog: Catalog) {
        let standard = catalog.defaultServer == nil ? "" : " = Self.defaultServer"
        add("server", "String\(standard)", "The URL that the operations' paths are appended to.")
        core.append("server: server")
        if catalog.relativeServer != nil {
            add("serverPath", "String = Self.defaultServerPath", "The path below `server` that the operations' paths are appended to.")
            core.append("path: serverPath")
        } else if catalog.hasServerAtRoot {
            core.append(#"path: "/""#)
        }
        let servers = catalog.describedServers
        if !servers.isEmpty {
            core.append("describedServers: [\(servers.map { stringLiteral($0) }.joined(separator: ", "))]")
        }
        let transport = catalog.options.defaultTransport.map { " = \(transportType(inModule: $0))()" } ?? ""
        add("transport", "any ClientTransport\(transport)", "What sends requests.")
        add("configuration", "ClientConfiguration = ClientConfiguration()", "Validation, timeouts and the like.")
        core += ["transport: transport", "configuration: configuration"]
    }

    private mutating func add(_ name: String, _ declaration: String, _ text: String) {
        names.append(name)
        declarations.append("\(name): \(declaration)")
        documentation.append((name, text))
    }
}

/// The type of a transport by its module: `ApusURLSession` has `URLSessionTransport`.
private func transportType(inModule module: String) -> String {
    (module.hasPrefix("Apus") ? String(module.dropFirst("Apus".count)) : module) + "Transport"
}
