import ApusAPIModel
import ApusDiagnostics

/// The servers of an API, and their roles in a client.
struct SwiftServers {
    /// The default server, or `nil` if the description has no absolute server.
    let standard: SwiftServer?
    /// The relative server. The client appends its path to the given server. `nil` if the description has an absolute
    /// server.
    let relative: SwiftServer?
    /// The alternatives to the default server.
    let others: [Server]
    /// The URLs that an operation's own server replaces. Empty if no operation has its own server.
    let described: [String]
    /// Whether the core must be told that the given server has no path of its own. This is the case if operations have
    /// relative servers and the API has no server.
    let isAtRoot: Bool
    /// The URL templates of all servers.
    private let templates: [String]

    init(_ api: API, _ names: ModuleNames) {
        let all = api.servers
        let standard = all.first(where: \.isAbsolute)
        let relative = standard == nil ? all.first { !$0.path.isEmpty } : nil
        let types = Set(names.types.values)
        self.standard = standard.map { SwiftServer($0, types: types) }
        self.relative = relative.map { SwiftServer($0, types: types) }
        let used = (standard ?? relative)?.urlTemplate
        others = all.filter { $0.urlTemplate != used && (standard == nil ? !$0.path.isEmpty : $0.isAbsolute) }
        let templates = all.map(\.urlTemplate)
        self.templates = templates
        let own = api.operations.compactMap { Self.server(of: $0, beside: templates) }
        described = own.contains { $0.contains("://") } ? all.filter(\.isAbsolute).map(\.fullTemplate) : []
        isAtRoot = standard == nil && relative == nil && own.contains { !$0.contains("://") }
    }

    /// An operation's own server: a URL, or a path that is relative to the client's server.
    func server(of operation: Operation) -> String? { Self.server(of: operation, beside: templates) }

    private static func server(of operation: Operation, beside templates: [String]) -> String? {
        guard let own = operation.servers.first, operation.servers.map(\.urlTemplate) != templates else { return nil }
        return own.standardURL
    }
}

/// The server that a client uses.
struct SwiftServer {
    /// A variable of the URL.
    struct Variable {
        let variable: Server.Variable
        /// The name of the parameter, without backticks.
        let name: String
        /// The allowed values, or `nil` if every value is allowed.
        let values: Values?
    }

    /// An enum of the values of a variable.
    struct Values {
        let name: String
        let cases: [SwiftEnum.Case]
        /// The default case.
        let standard: SwiftEnum.Case
    }

    let server: Server
    /// The variables that the URL has.
    let variables: [Variable]

    /// - Parameter types: The names of the module's types. The types of variables must not hide them.
    init(_ server: Server, types: Set<String>) {
        self.server = server
        var names = Scope(reserved: ReservedNames.members)
        var typeNames = Scope(reserved: ReservedNames.types, types)
        variables = server.variables.filter { server.urlTemplate.contains("{\($0.name)}") }.map { variable in
            let words = Words(variable.name)
            let name = names.name(words.isEmpty ? "variable" : words.lowerCamel)
            if variable.values.isEmpty { return Variable(variable: variable, name: name, values: nil) }
            let typeName = typeNames.name("Server" + (words.isEmpty ? "Variable" : words.upperCamel))
            var diagnostics = Diagnostics()
            let caseNames = MemberNames.names(
                for: variable.values.map { NameRequest($0) }, reserved: ReservedNames.enumeration, into: &diagnostics)
            let cases = zip(variable.values, caseNames).map { SwiftEnum.Case($0, name: $1) }
            let standard = cases[variable.values.firstIndex(of: variable.defaultValue) ?? 0]
            return Variable(
                variable: variable, name: name, values: Values(name: typeName, cases: cases, standard: standard))
        }
    }
}

extension Server {
    /// The URL template, with a scheme if only that is relative.
    var fullTemplate: String { urlTemplate.hasPrefix("//") ? "https:" + urlTemplate : urlTemplate }

    /// The URL with the default values of its variables.
    var standardURL: String {
        var url = fullTemplate
        for variable in variables { url = url.replacing("{\(variable.name)}", with: variable.defaultValue) }
        return url
    }

    var isAbsolute: Bool { standardURL.contains("://") }

    /// The path that the template adds to another server. Empty for `/`.
    var path: String { isAbsolute || urlTemplate.allSatisfy { $0 == "/" || $0 == "." } ? "" : urlTemplate }
}
