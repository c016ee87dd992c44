import ApusModels
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The URL of a page that the server linked to. It replaces the target of the next request of the same task.
enum PageLink {
    static let local = TaskLocal<String?>(wrappedValue: nil)

    /// Returns the origin and the path of a link on a page.
    ///
    /// - Parameters:
    ///   - link: The URL, or one relative to the page.
    ///   - page: The page's path below `baseURL`.
    /// - Throws: ``ForeignPageError`` if the link leads to another origin, which must not get the credentials.
    static func resolve(_ link: String, on page: String?, _ baseURL: URL) throws -> (baseURL: URL, path: String) {
        let current = try ServerURL.target(page, below: baseURL)
        guard let url = URL(string: link, relativeTo: current)?.absoluteURL, let host = url.host,
            let scheme = url.scheme?.lowercased(), scheme == baseURL.scheme?.lowercased(),
            host.lowercased() == baseURL.host?.lowercased(), port(url) == port(baseURL), url.user == nil
        else { throw ForeignPageError() }
        let text = url.absoluteString.prefix { $0 != "#" }
        let root = ServerURL.root(of: String(text))
        let path = text.dropFirst(root.utf8.count)
        guard let origin = URL(string: root) else { throw ForeignPageError() }
        return (origin, path.hasPrefix("/") ? String(path) : "/" + path)
    }

    private static func port(_ url: URL) -> Int { url.port ?? (url.scheme?.lowercased() == "http" ? 80 : 443) }
}

/// The error for a page that links to a page of another server. The request is not sent, because it has credentials.
public struct ForeignPageError: TransientError, Hashable, CustomStringConvertible {
    public init() {}

    public var isTransient: Bool { false }

    public var description: String { "the next page is on another server" }
}
