import Foundation

/// The paths in the `$ref` values of a description.
struct References {
    let paths: Set<String>

    init(in text: String) {
        var paths: Set<String> = []
        for line in text.split(whereSeparator: \.isNewline) {
            for mark in ["$ref:", "$ref\":", "$ref':"] {
                var rest = line[...]
                while let range = rest.range(of: mark) {
                    rest = rest[range.upperBound...]
                    if let path = Self.path(at: rest) { paths.insert(path) }
                }
            }
        }
        self.paths = paths
    }

    /// Returns the path at the start of a value, or `nil` for a URL or a reference within the file.
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
