import ApusOpenAPI

/// A local folder or file for the URLs that begin with a prefix.
package struct URLMapping: Sendable {
    let prefix: String
    let path: String

    /// - Returns: nil if `prefix` is not the beginning of URLs.
    package init?(_ prefix: String, to path: String) {
        self.prefix = prefix
        self.path = PathName.normalized(path)
        var map = URLMap()
        guard map.map(prefix, to: self.path) else { return nil }
    }
}
