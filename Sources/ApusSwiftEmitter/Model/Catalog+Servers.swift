import ApusAPIModel

extension Catalog {
    /// The server that the client uses unless it is given another; nil if the description has none, or only relative ones.
    var defaultServer: Server? { api.servers.first(where: \.isAbsolute) }

    /// The server whose path is below whatever server the client is given; nil if the description has an absolute one.
    var relativeServer: Server? { defaultServer == nil ? api.servers.first { !$0.path.isEmpty } : nil }

    /// The servers that a client can be given instead.
    var otherServers: [Server] {
        let standard = (defaultServer ?? relativeServer)?.urlTemplate
        return api.servers.filter {
            $0.urlTemplate != standard && (defaultServer == nil ? !$0.path.isEmpty : $0.isAbsolute)
        }
    }

    /// The URLs in whose place an operation's own server is used; empty if no operation has one.
    var describedServers: [String] {
        if !api.operations.contains(where: { server(of: $0)?.contains("://") ?? false }) { return [] }
        return api.servers.filter(\.isAbsolute).map(\.fullTemplate)
    }

    /// An operation's own server: a URL, or a path that is relative to the client's server.
    func server(of operation: Operation) -> String? {
        guard let own = operation.servers.first, operation.servers.map(\.urlTemplate) != api.servers.map(\.urlTemplate) else {
            return nil
        }
        return own.standardURL
    }

    /// Whether the core needs to know that the server it is given has no path of its own: operations have relative
    /// servers, and the API has none.
    var hasServerAtRoot: Bool {
        defaultServer == nil && relativeServer == nil
            && api.operations.contains { server(of: $0).map { !$0.contains("://") } ?? false }
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
