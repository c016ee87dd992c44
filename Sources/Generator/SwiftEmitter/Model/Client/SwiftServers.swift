import ApusAPIModel
import ApusDiagnostics

/// The servers of an API, and which of them a client uses.
struct SwiftServers {
    /// The server that the client uses unless it is given another. `nil` if the description has none, or only relative
    /// ones.
    let standard: SwiftServer?
    /// The server whose path is below any server that the client is given. `nil` if the description has an absolute
    /// one.
    let relative: SwiftServer?
    /// The servers that a client can be given instead.
    let others: [Server]
    /// The URLs in whose place an operation's own server is used; empty if no operation has one.
    let described: [String]
    /// Whether the core needs to know that the server it is given has no path of its own: operations have relative
    /// servers, and the API has none.
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
        /// The values that the variable can have. `nil` if it can have any.
        let values: Values?
    }

    /// An enum of the values of a variable.
    struct Values {
        let name: String
        let cases: [SwiftEnum.Case]
        /// The case that is used unless another is given.
        let standard: SwiftEnum.Case
    }

    let server: Server
    /// The variables that the URL has.
    let variables: [Variable]

    /// - Parameter types: The names of the module's types, which those of variables must not hide.
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

    /// What the template adds to another server; empty for `/`.
    var path: String { isAbsolute || urlTemplate.allSatisfy { $0 == "/" || $0 == "." } ? "" : urlTemplate }
}
