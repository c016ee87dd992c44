#if canImport(FoundationEssentials)
import struct FoundationEssentials.URL
#else
import struct Foundation.URL
#endif

/// The client's server, and the servers of the API description.
///
/// A class, so that copying a client copies one reference.
final class ClientServers: Sendable {
    let server: String
    /// The path of the relative server, below `server`.
    private let path: String?
    /// The absolute servers of the API description, as URLs with variables in braces.
    private let described: [String]
    /// The base of most requests, which is parsed once.
    private let base: Result<RequestBase, RequestError>

    init(server: String, path: String?, described: [String]) {
        self.server = server
        self.path = path
        self.described = described
        base = Result { () throws(RequestError) in
            try RequestBase(path.map { ServerURL.joining(server, $0) } ?? server)
        }
    }

    /// Returns the base of a request, which may have a server of its own.
    func base(of ownServer: String?) throws(RequestError) -> RequestBase {
        guard let ownServer else { return try base.get() }
        return try RequestBase(url(of: ownServer))
    }

    private func url(of own: String) -> String {
        guard own.contains("://") else {
            // A relative server replaces the path of the API's relative server if there is one, or else the server's
            // whole path.
            return ServerURL.joining(
                path.map { ServerURL.removing($0, from: server) } ?? ServerURL.root(of: server), own)
        }
        return described.isEmpty || described.contains { ServerTemplate($0).matches(server) } ? own : server
    }
}

/// The URL of a server, below which the target of a request is.
struct RequestBase: Sendable {
    let url: URL
    /// The URL without a slash at its end.
    let text: String

    init(_ url: URL) {
        self.url = url
        text = String(ServerURL.withoutSlash(url.absoluteString[...]))
    }

    init(_ server: String) throws(RequestError) { self.init(try ServerURL.parse(server)) }
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
        while text.utf8.last == UInt8(ascii: "/") { text.removeLast() }
        return text
    }

    /// Returns the path with a leading and no trailing slash, without dot segments. The root is empty.
    private static func normalized(_ path: String) -> String {
        path.split(separator: "/").filter { $0 != "." && $0 != ".." }.map { "/" + $0 }.joined()
    }
}
