/// The local files for documents that references name by URL.
///
/// Nothing is read from the network. A reference such as `https://schemas.example.com/v1/pet.json` is read from the
/// folder mapped to the longest matching prefix of the URL.
public struct URLMap: Sendable {
    private var entries: [Entry] = []

    private struct Entry {
        var prefix: String
        var target: String
    }

    public init() {}

    /// Whether the map is empty.
    public var isEmpty: Bool { entries.isEmpty }

    /// The files and folders that URLs are mapped to.
    public var targets: [String] { entries.map(\.target) }

    /// Maps a URL to a file, or all URLs below it to the files in a folder.
    ///
    /// - Returns: `false` if `url` is not absolute, or has a query or a fragment.
    public mutating func map(_ url: String, to path: String) -> Bool {
        let reference = URIReference(url)
        guard reference.scheme != nil, reference.query == nil, reference.fragment == nil else { return false }
        let target = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        entries.removeAll { $0.prefix == reference.resource }
        entries.append(Entry(prefix: reference.resource, target: target))
        entries.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
        return true
    }

    /// Returns the path for an absolute URL without a fragment, or `nil` if the URL has no mapping.
    public func path(of url: String) -> String? {
        for entry in entries {
            guard url.utf8.starts(with: entry.prefix.utf8) else { continue }
            let rest = String(decoding: url.utf8.dropFirst(entry.prefix.utf8.count), as: UTF8.self)
            if rest.isEmpty { return entry.target }
            guard entry.prefix.hasSuffix("/") || rest.hasPrefix("/"), let path = Self.relativePath(rest) else {
                continue
            }
            return entry.target == "/" ? "/" + path : entry.target + "/" + path
        }
        return nil
    }

    /// Converts the rest of a URL to a path within a folder. Returns `nil` if it would leave the folder.
    private static func relativePath(_ rest: String) -> String? {
        let segments = rest.split(separator: "/").map { percentDecoded(String($0)) }
        let isPlain = segments.allSatisfy { segment in
            segment != "." && segment != ".." && !segment.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
        }
        return isPlain && !segments.isEmpty && !rest.contains("?") ? segments.joined(separator: "/") : nil
    }
}
