import Foundation

/// The part of a configuration file that the plugin needs before the tool runs.
///
/// The plugin only looks at lines that begin with a key. The tool parses the file and reports its errors.
struct Configuration {
    /// All words that may be paths of input files. Words that are not paths do no harm, because only existing files are used.
    private(set) var paths: Set<String> = []
    /// The prefix of the API's type names, or `none`.
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
