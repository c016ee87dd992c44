import ApusOpenAPI

/// Maps URLs with a prefix to a local file or folder.
package struct URLMapping: Sendable {
    package let prefix: String
    package let path: String

    /// - Returns: `nil` if `prefix` is not a valid prefix of a URL.
    package init?(_ prefix: String, to path: String) {
        self.prefix = prefix
        self.path = PathName.normalized(path)
        var map = URLMap()
        guard map.map(prefix, to: self.path) else { return nil }
    }
}
