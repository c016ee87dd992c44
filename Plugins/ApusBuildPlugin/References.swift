import Foundation

/// The paths to other files that a file mentions: `$ref` and discriminator mappings in a description, `input` and
/// `templates` in a configuration.
struct References {
    let paths: Set<String>

    init(in file: URL) {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else {
            paths = []
            return
        }
        let isConfiguration = ["apus.yaml", "apus.yml"].contains(file.lastPathComponent)
        var paths: Set<String> = []
        for line in text.split(whereSeparator: \.isNewline) {
            for mark in isConfiguration ? ["input:", "templates:"] : ["$ref:", "$ref\":", "$ref':"] {
                var rest = line[...]
                while let range = rest.range(of: mark) {
                    rest = rest[range.upperBound...]
                    if let path = Self.path(at: rest) { paths.insert(path) }
                }
            }
        }
        self.paths = paths
    }

    /// The path that a value begins with; nil for a reference within the file and for a URL.
    private static func path(at text: Substring) -> String? {
        let value = text.drop(while: \.isWhitespace)
        let end: (Character) -> Bool
        let body: Substring
        if let quote = value.first, quote == "\"" || quote == "'" {
            body = value.dropFirst()
            end = { $0 == quote || $0 == "#" }
        } else {
            body = value
            end = { $0 == "#" || $0 == "," || $0 == "}" || $0.isWhitespace }
        }
        let path = body.prefix { !end($0) }
        return path.isEmpty || path.contains("://") ? nil : path.removingPercentEncoding ?? String(path)
    }
}
