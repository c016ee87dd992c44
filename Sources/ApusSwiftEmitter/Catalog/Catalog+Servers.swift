import ApusAPIModel

extension Catalog {
    /// The server that the client uses unless it is given another.
    ///
    /// A URL that is relative to where the description came from says nothing here.
    var defaultServer: Server? { api.servers.first { $0.urlTemplate.contains("://") } }

    /// The servers that a client can be given instead.
    var otherServers: [Server] {
        let standard = defaultServer?.urlTemplate
        return api.servers.filter { $0.urlTemplate != standard && $0.urlTemplate.contains("://") }
    }

    /// The URL of an operation's own server, and whether the client has a default one in whose place it is used.
    func server(of operation: Operation) -> (url: String, hasDefault: Bool)? {
        guard let own = operation.servers.first, own.standardURL != api.servers.first?.standardURL else { return nil }
        let standard = defaultServer?.standardURL
        if own.urlTemplate.contains("://") { return (own.standardURL, standard != nil) }
        // Relative to the default server (RFC 3986, section 4.2).
        guard let standard, own.standardURL.hasPrefix("/"), let scheme = standard.firstRange(of: "://") else { return nil }
        let authority = standard[scheme.upperBound...].prefix { $0 != "/" }
        return (standard[..<scheme.upperBound] + authority + own.standardURL, true)
    }
}

extension Server {
    /// The URL with the default values of its variables.
    fileprivate var standardURL: String {
        var url = urlTemplate
        for variable in variables { url = url.replacing("{\(variable.name)}", with: variable.defaultValue) }
        return url
    }
}
