import Foundation

/// The paths to other files that a description mentions: the values of `$ref`, and whatever else ends as a file of
/// descriptions does.
///
/// They are found by a look at the bytes rather than by parsing. A path too many costs nothing, because only files that
/// exist count.
struct References {
    private(set) var paths: Set<String> = []

    init(in text: Data) {
        for mark in ["$ref", ".yaml", ".yml", ".json"] {
            let mark = Data(mark.utf8)
            var rest = text[...]
            while let range = rest.range(of: mark) {
                rest = rest[range.upperBound...]
                let value = mark.first == UInt8(ascii: "$") ? Self.value(behind: range.upperBound, in: text) : Self.word(around: range, in: text)
                if let path = value.flatMap(Self.path) { paths.insert(path) }
            }
        }
    }

    /// The value of a member whose name ends at a position: as long as the line, or as its quotes.
    private static func value(behind position: Data.Index, in text: Data) -> Data? {
        var rest = text[position...].prefix { $0 != UInt8(ascii: "\n") }
        rest = rest.drop { " \t:'\"".utf8.contains($0) && $0 != UInt8(ascii: ":") }
        guard rest.first == UInt8(ascii: ":") else { return nil }
        rest = rest.dropFirst().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return rest.dropFirst().prefix { $0 != quote }
        }
        return rest.prefix { !",} \t\r".utf8.contains($0) }
    }

    /// The word that a part of the text stands in.
    private static func word(around range: Range<Data.Index>, in text: Data) -> Data {
        let isEnd: (UInt8) -> Bool = { $0 <= 0x20 || "\"'[]{},".utf8.contains($0) }
        let start = text[..<range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? text.startIndex
        return text[start...].prefix { !isEnd($0) }
    }

    /// The path before a fragment; nil for a reference within the file and for a URL.
    private static func path(_ value: Data) -> String? {
        let text = String(decoding: value.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        return text.isEmpty || text.contains("://") ? nil : text.removingPercentEncoding ?? text
    }
}
