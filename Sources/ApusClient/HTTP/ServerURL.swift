#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The URL of a server, and how request targets are put below it.
public enum ServerURL {
    /// Reads the URL of a server such as `https://api.example.com/v1/`.
    ///
    /// - Throws: ``RequestError/invalidServer(_:reason:)`` unless it is an absolute `http` or `https` URL without
    ///   query, fragment and user information; ``RequestError/invalidServerVariable(_:server:)`` for one with a variable.
    public static func parse(_ server: String) throws(RequestError) -> URL {
        func refuse(_ reason: String) -> RequestError { .invalidServer(shown(server), reason: reason) }

        if let open = server.firstIndex(of: "{"), let close = server[open...].firstIndex(of: "}") {
            throw .invalidServerVariable(String(server[server.index(after: open)..<close]), server: shown(server))
        }
        if server.contains("{") || server.contains("}") { throw refuse("it has a brace") }
        guard let url = URL(string: server) else { throw refuse("it is not a URL") }
        guard let scheme = url.scheme?.lowercased(), scheme == "http" || scheme == "https" else {
            throw refuse("its scheme is neither http nor https")
        }
        guard let host = url.host, !host.isEmpty else { throw refuse("it has no host") }
        if url.user != nil || url.password != nil { throw refuse("it has user information; give credentials instead") }
        if url.query != nil || url.fragment != nil { throw refuse("it has a query or a fragment") }
        return url
    }

    /// The absolute URL of a request target.
    ///
    /// The server's path is a prefix of the result's, with one slash between the two: `/v1/x` below
    /// `https://host/api/` is `https://host/api/v1/x`.
    ///
    /// - Throws: ``RequestError/invalidTarget`` if the two do not make a URL.
    public static func target(_ path: String?, below baseURL: URL) throws(RequestError) -> URL {
        var prefix = Substring(baseURL.absoluteString)
        while prefix.hasSuffix("/") { prefix.removeLast() }
        let path = path ?? "/"
        guard let url = URL(string: prefix + (path.hasPrefix("/") ? "" : "/") + path) else {
            throw .invalidTarget
        }
        return url
    }

    /// The server without what may be a secret.
    private static func shown(_ server: String) -> String {
        guard let at = server.lastIndex(of: "@") else { return server }
        return "…" + server[server.index(after: at)...]
    }
}
