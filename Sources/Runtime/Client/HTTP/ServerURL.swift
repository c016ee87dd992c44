#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Parses the URLs of servers and appends request targets to them.
public enum ServerURL {
    /// Parses the URL of a server, such as `https://api.example.com/v1/`.
    ///
    /// - Throws: ``RequestError/invalidServerVariable(_:server:)`` if the URL contains a variable.
    ///   ``RequestError/invalidServer(_:reason:)`` unless it is an absolute `http` or `https` URL without query,
    ///   fragment and user information.
    public static func parse(_ server: String) throws(RequestError) -> URL {
        func refuse(_ reason: String) -> RequestError { .invalidServer(shown(server), reason: reason) }

        if let open = server.firstIndex(of: "{"), let close = server[open...].firstIndex(of: "}") {
            throw .invalidServerVariable(String(server[server.index(after: open)..<close]), server: shown(server))
        }
        if server.contains("{") || server.contains("}") { throw refuse("it has a brace without a counterpart") }
        guard let url = URL(string: server) else { throw refuse("it is not a URL") }
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
            throw refuse("its scheme is neither http nor https")
        }
        guard let host = url.host, !host.isEmpty else { throw refuse("it has no host") }
        if url.user != nil || url.password != nil { throw refuse("it has user information; give credentials instead") }
        if url.query != nil || url.fragment != nil { throw refuse("it has a query or a fragment") }
        return url
    }

    /// Returns the absolute URL of a request target.
    ///
    /// The server's path is a prefix of the result's path, with one slash between them: `/v1/x` below
    /// `https://host/api/` is `https://host/api/v1/x`.
    ///
    /// - Throws: ``RequestError/invalidTarget`` if the two do not form a URL.
    public static func target(_ path: String?, below baseURL: URL) throws(RequestError) -> URL {
        var prefix = Substring(baseURL.absoluteString)
        while prefix.hasSuffix("/") { prefix.removeLast() }
        let path = path ?? "/"
        guard let url = URL(string: prefix + (path.hasPrefix("/") ? "" : "/") + path) else {
            throw .invalidTarget
        }
        return url
    }

    /// Returns the server without user information, which may be secret.
    private static func shown(_ server: String) -> String {
        guard let at = server.lastIndex(of: "@") else { return server }
        return "…" + server[server.index(after: at)...]
    }
}
