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
        guard let url = URL(string: joined(path, baseURL)) else { throw .invalidTarget }
        return url
    }

    /// Returns the text of ``target(_:below:)``. It parses no URL if the target has only characters of URLs.
    package static func targetText(_ path: String?, below baseURL: URL) throws(RequestError) -> String {
        guard let path, PercentEncoding.isTarget(path) else { return try target(path, below: baseURL).absoluteString }
        return joined(path, baseURL)
    }

    private static func joined(_ path: String?, _ baseURL: URL) -> String {
        let path = path ?? "/"
        return withoutSlash(baseURL.absoluteString[...]) + (path.utf8.first == UInt8(ascii: "/") ? "" : "/") + path
    }

    /// Returns the server without user information, which may be secret.
    private static func shown(_ server: String) -> String {
        guard let at = server.lastIndex(of: "@") else { return server }
        return "…" + server[server.index(after: at)...]
    }
}
