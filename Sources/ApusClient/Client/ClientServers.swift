/// The servers of a client: the one that it was given, and what the API description says of them.
struct ClientServers: Sendable {
    var server: String
    /// The path of a relative server, below `server`.
    var path: String?
    /// URLs with variables in braces.
    var described: [String]

    /// The server that a request goes to.
    func server(of request: ClientRequest.Contents) -> String {
        guard let own = request.server else { return path.map { ServerURL.joining(server, $0) } ?? server }
        guard own.contains("://") else {
            // Relative to the base without the path of the API's own server, or else to the root of the server.
            return ServerURL.joining(path.map { ServerURL.removing($0, from: server) } ?? ServerURL.root(of: server), own)
        }
        return described.isEmpty || described.contains { ServerTemplate($0).matches(server) } ? own : server
    }
}

extension ServerURL {
    /// The URL of a path below a server, with one slash between the two. A server that ends with the path already stays
    /// as it is.
    static func joining(_ server: String, _ path: String) -> String {
        let path = normalized(path)
        return removing(path, from: server) + path
    }

    /// The server without a path at its end.
    static func removing(_ path: String, from server: String) -> String {
        let path = normalized(path)
        let server = withoutSlash(server[...])
        let root = root(of: String(server))
        return server.dropFirst(root.count).hasSuffix(path) ? String(server.dropLast(path.count)) : String(server)
    }

    /// Scheme and authority.
    static func root(of server: String) -> String {
        guard let start = server.firstRange(of: "://")?.upperBound else { return server }
        return String(server[..<(server[start...].firstIndex(of: "/") ?? server.endIndex)])
    }

    static func withoutSlash(_ text: Substring) -> Substring {
        var text = text
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    /// The path with a slash before it and none after it, without dot segments; empty for the root.
    private static func normalized(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map { "/" + $0 }.joined()
    }
}
