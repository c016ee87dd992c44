import Foundation

/// The paths of other files in a description: the values of `$ref`, and all words with the extension of a description.
///
/// The bytes are searched without parsing them. A false match does no harm, because only existing files are used.
struct References {
    private(set) var paths: Set<String> = []

    init(in text: Data) {
        for mark in ["$ref", ".yaml", ".yml", ".json"] {
            let mark = Data(mark.utf8)
            var rest = text[...]
            while let range = rest.range(of: mark) {
                rest = rest[range.upperBound...]
                let value =
                    mark.first == UInt8(ascii: "$")
                    ? Self.value(behind: range.upperBound, in: text) : Self.word(around: range, in: text)
                if let path = value.flatMap(Self.path) { paths.insert(path) }
            }
        }
    }

    /// Returns the value of a member whose name ends at a position.
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

    /// Returns the word that contains a range.
    private static func word(around range: Range<Data.Index>, in text: Data) -> Data {
        let isEnd: (UInt8) -> Bool = { $0 <= 0x20 || "\"'[]{},".utf8.contains($0) }
        let start = text[..<range.lowerBound].lastIndex(where: isEnd).map { $0 + 1 } ?? text.startIndex
        return text[start...].prefix { !isEnd($0) }
    }

    /// Returns the path of a reference without its fragment, or `nil` for a reference within the file and for a URL.
    private static func path(_ value: Data) -> String? {
        let text = String(decoding: value.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
        return text.isEmpty || text.contains("://") ? nil : text.removingPercentEncoding ?? text
    }
}
