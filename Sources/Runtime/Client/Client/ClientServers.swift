/// The client's server, and the servers of the API description.
struct ClientServers: Sendable {
    var server: String
    /// The path of the relative server, below `server`.
    var path: String?
    /// The absolute servers of the API description, as URLs with variables in braces.
    var described: [String]

    /// Returns the server of a request.
    func server(of request: ClientRequest.Contents) -> String {
        guard let own = request.server else { return path.map { ServerURL.joining(server, $0) } ?? server }
        guard own.contains("://") else {
            // A relative server replaces the path of the API's relative server if there is one, or else the server's
            // whole path.
            return ServerURL.joining(
                path.map { ServerURL.removing($0, from: server) } ?? ServerURL.root(of: server), own)
        }
        return described.isEmpty || described.contains { ServerTemplate($0).matches(server) } ? own : server
    }
}

extension ServerURL {
    /// Returns the URL of a path below a server, with one slash between them. A server that already ends with the path
    /// is not changed.
    static func joining(_ server: String, _ path: String) -> String {
        let path = normalized(path)
        return removing(path, from: server) + path
    }

    /// Returns the server without the path at its end.
    static func removing(_ path: String, from server: String) -> String {
        let path = normalized(path)
        let server = withoutSlash(server[...])
        let root = root(of: String(server))
        return server.dropFirst(root.count).hasSuffix(path) ? String(server.dropLast(path.count)) : String(server)
    }

    /// Returns the scheme and the authority.
    static func root(of server: String) -> String {
        guard let start = server.firstRange(of: "://")?.upperBound else { return server }
        return String(server[..<(server[start...].firstIndex(of: "/") ?? server.endIndex)])
    }

    static func withoutSlash(_ text: Substring) -> Substring {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    /// Returns the path with a leading and no trailing slash, without dot segments. The root is empty.
    private static func normalized(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map { "/" + $0 }.joined()
    }
}
