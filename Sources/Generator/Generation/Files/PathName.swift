/// Operations on paths as text, without access to the file system.
package enum PathName {
    private static let slash = UInt8(ascii: "/")

    /// The part after the last slash.
    package static func last(of path: String) -> String {
        path.utf8.split(separator: slash).last.map { String(Substring($0)) } ?? ""
    }

    /// Splits a path after its last slash.
    static func parts(of path: String) -> (folder: String, last: String) {
        guard let end = path.utf8.lastIndex(of: slash) else { return ("", path) }
        let start = path.utf8.index(after: end)
        return (String(path[..<start]), String(path[start...]))
    }

    /// Returns the part before the last slash. It is empty for a bare name, and `/` for a file in the root.
    package static func folder(of path: String) -> String {
        var path = path.utf8[...]
        while path.count > 1 && path.last == slash { path.removeLast() }
        guard let end = path.lastIndex(of: slash) else { return "" }
        return end == path.startIndex ? (path.count > 1 ? "/" : "") : String(Substring(path[..<end]))
    }

    /// Resolves `path` against `folder`, and removes `.` and `..` where that is possible.
    package static func resolve(_ path: String, in folder: String) -> String {
        normalized(path.hasPrefix("/") || folder.isEmpty ? path : folder + "/" + path)
    }

    /// Returns `path` relative to `folder`. Both must be absolute and without symbolic links.
    static func relative(_ path: String, to folder: String) -> String {
        let path = path.utf8.split(separator: slash)
        let folder = folder.utf8.split(separator: slash)
        let common = zip(path, folder).prefix { $0.elementsEqual($1) }.count
        let parts =
            [String](repeating: "..", count: folder.count - common) + path[common...].map { String(Substring($0)) }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    /// Removes `.`, empty parts, and each `..` with the name before it.
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

    /// Whether `path` is `folder` or lies within it. Both must be absolute and without symbolic links.
    static func isInside(_ path: String, _ folder: String) -> Bool {
        path == folder || path.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }
}
