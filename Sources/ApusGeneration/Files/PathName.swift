/// Paths as text; nothing here asks the file system.
package enum PathName {
    private static let slash = UInt8(ascii: "/")

    /// The part after the last slash.
    package static func last(of path: String) -> String {
        path.utf8.split(separator: slash).last.map { String(Substring($0)) } ?? ""
    }

    /// The part up to the last slash, with it, and the part after it.
    static func parts(of path: String) -> (folder: String, last: String) {
        guard let end = path.utf8.lastIndex(of: slash) else { return ("", path) }
        let start = path.utf8.index(after: end)
        return (String(path[..<start]), String(path[start...]))
    }

    /// What stands before the last slash; empty for a bare name, `/` for a file of the root.
    static func folder(of path: String) -> String {
        var path = path.utf8[...]
        while path.count > 1 && path.last == slash { path.removeLast() }
        guard let end = path.lastIndex(of: slash) else { return "" }
        return end == path.startIndex ? (path.count > 1 ? "/" : "") : String(Substring(path[..<end]))
    }

    /// `path` as seen from `folder`, with `.` and `..` taken out where that is possible without asking.
    package static func resolve(_ path: String, in folder: String) -> String {
        normalized(path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path)
    }

    /// Without `.`, empty parts, and `..` after a name.
    package static func normalized(_ path: String) -> String {
        let isAbsolute = path.hasPrefix("/")
        var parts: [Substring] = []
        for part in path.utf8.split(separator: slash).map(Substring.init) where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != ".." || !isAbsolute {
                parts.append(part)
            }
        }
        let joined = parts.joined(separator: "/")
        return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
    }

    /// Whether `path` is in `folder` or is it; both absolute and without symbolic links.
    static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }
}
