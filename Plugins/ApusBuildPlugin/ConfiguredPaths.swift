import Foundation

/// The paths that a configuration file names as input.
struct ConfiguredPaths {
    let paths: Set<String>

    /// The keys whose values are paths, lists of paths or mappings to paths.
    private static let keys: Set<Substring> = ["input", "overlays", "templates", "urls"]

    init(in text: String) {
        var paths: Set<String> = []
        var isRead = false
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            var rest = line[...]
            if let first = line.first, !first.isWhitespace, first != "-" {
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                isRead = Self.keys.contains(line[..<colon].filter { !"\"'".contains($0) }[...])
                rest = line[colon...]
            }
            guard isRead else { continue }
            // Treats every word as a path, because only existing files are used.
            let words = rest.split { $0.isWhitespace || "[]{},\"'".contains($0) }
            paths.formUnion(words.filter { $0 != ":" && $0 != "-" }.map(String.init))
        }
        self.paths = paths
    }
}
