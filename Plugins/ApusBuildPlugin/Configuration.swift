import Foundation

/// What the plugin must know of a configuration before the tool reads it.
///
/// It looks at the lines that keys begin, rather than at all of YAML. The tool reads the file in full, and reports what
/// is wrong in it.
struct Configuration {
    /// Every word that may be the path of something to read. Those that are no paths do not exist.
    private(set) var paths: Set<String> = []
    /// What the names of the API's types begin with; `none` for nothing.
    private(set) var prefix: String?
    private(set) var shards: Int?

    static let names = ["apus.yaml", "apus.yml"]

    init(_ text: String) {
        var isPath = false
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            var rest = line[...]
            if let first = line.first, !first.isWhitespace, first != "-" {
                let colon = line.firstIndex(of: ":") ?? line.endIndex
                let key = line[..<colon].filter { !"\"'".contains($0) && !$0.isWhitespace }
                rest = line[colon...].dropFirst()
                isPath = PathKey(rawValue: key) != nil
                if key == "prefix" { prefix = Self.words(rest).first }
                if key == "shards" { shards = Self.words(rest).first.flatMap { Int($0) } }
            }
            if isPath { paths.formUnion(Self.words(rest)) }
        }
    }

    private static func words(_ text: Substring) -> [String] {
        text.split { $0.isWhitespace || "[]{},\"'".contains($0) }.filter { $0 != ":" && $0 != "-" }.map(String.init)
    }
}
