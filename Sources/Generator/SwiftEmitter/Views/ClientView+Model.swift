extension ClientView {
    init(_ client: SwiftClient, access: String) {
        self.access = access
        name = client.name
        documentation = client.documentation

        let server = client.servers.standard ?? client.servers.relative
        defaultServerName = server.map { $0.server.isAbsolute ? "defaultServer" : "defaultServerPath" }
        defaultServer = server?.expression ?? ""
        serverTemplate = server.flatMap { ServerTemplate($0, access: access) }
        serverDocumentation = server.map { Self.documentation(of: $0, others: client.servers) } ?? []

        let common = CommonParameters(client)
        parameters = SwiftText.separated(client.credentials.flatMap(\.parameters) + common.declarations)
        parameterDocumentation = Self.comment(
            "Parameters", client.credentials.compactMap(\.documentation) + common.documentation)
        credentials = client.credentials.map {
            Credential(scheme: EnumerationView.Case($0.scheme), value: $0.value)
        }
        oauthSchemes = client.oauthSchemes.map {
            OAuthScheme(access: access, name: $0.name, documentation: $0.documentation, arguments: $0.arguments)
        }
        core = SwiftText.filled(common.core, separator: ",")
        if credentials.isEmpty {
            schemes = nil
        } else {
            let credential = ("credentials", "The credential for each security scheme.")
            schemes = SecuritySchemes(
                access: access, name: client.schemesName, cases: credentials.map(\.scheme),
                parameters: SwiftText.separated(
                    ["credentials: [\(client.schemesName): Credential]"] + common.declarations),
                parameterDocumentation: Self.comment("Parameters", [credential] + common.documentation),
                arguments: (["credentials"] + common.names).map { "\($0): \($0)" }.joined(separator: ", "),
                core: SwiftText.filled(common.core + ["credentials: credentials"], separator: ","))
        }
    }

    private static func comment(_ label: String, _ items: [(name: String, text: String)]) -> [String] {
        var comment = DocComment()
        comment.list(label, items)
        return comment.lines
    }

    private static func documentation(of server: SwiftServer, others servers: SwiftServers) -> [String] {
        var comment = DocComment()
        comment.paragraph(
            server.server.isAbsolute
                ? "The default server."
                : "The default path below the server.")
        comment.paragraph(server.server.documentation)
        if !servers.others.isEmpty {
            comment.paragraph("The API description also lists:")
            for other in servers.others { comment.item(literal: other.urlTemplate, other.documentation) }
        }
        return comment.lines
    }
}

/// The parameters of an initializer that are not credentials.
private struct CommonParameters {
    var names: [String] = []
    var declarations: [String] = []
    var documentation: [(name: String, text: String)] = []
    /// The arguments of the core.
    var core: [String] = []

    init(_ client: SwiftClient) {
        let servers = client.servers
        let standard = servers.standard == nil ? "" : " = Self.defaultServer"
        add("server", "String\(standard)", "The URL to which the paths of operations are appended.")
        core.append("server: server")
        if servers.relative != nil {
            add(
                "serverPath", "String = Self.defaultServerPath",
                "The path below `server` to which the paths of operations are appended.")
            core.append("path: serverPath")
        } else if servers.isAtRoot {
            core.append(#"path: "/""#)
        }
        if !servers.described.isEmpty {
            core.append("describedServers: [\(servers.described.map(SwiftText.literal).joined(separator: ", "))]")
        }
        let transport = client.transport.map { " = \($0)()" } ?? ""
        add("transport", "any ClientTransport\(transport)", "The transport that sends requests.")
        add("configuration", "ClientConfiguration = ClientConfiguration()", "Options such as validation and timeouts.")
        core += ["transport: transport", "configuration: configuration"]
    }

    private mutating func add(_ name: String, _ declaration: String, _ text: String) {
        names.append(name)
        declarations.append("\(name): \(declaration)")
        documentation.append((name, text))
    }
}
