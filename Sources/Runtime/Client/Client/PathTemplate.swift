import ApusByteText

/// A path template such as `/projects/{project_id}/sessions`.
///
/// OpenAPI allows no query and no fragment in a path, but descriptions use them to distinguish operations. A query
/// (`/tasks?action=list`) is sent before the query parameters. A fragment is not sent.
struct PathTemplate {
    private let template: String

    init(_ template: String) { self.template = template }

    /// Returns the path and the query, with all parameters replaced.
    ///
    /// - Parameters:
    ///   - texts: The serialized and encoded path parameters. The last one of a name counts.
    ///   - query: The pairs to add to the query of the template.
    /// - Throws: ``ParameterError/missing(name:)``, or ``ParameterError/changesPath(name:)`` if a segment with a
    ///   parameter becomes empty or a dot segment (RFC 3986, section 5.2.4). Servers and proxies resolve dot segments
    ///   whether their dots are encoded or not.
    func expanded(
        _ texts: [(name: String, text: String)], query pairs: [String]
    ) throws(ParameterError) -> String {
        let bytes = Array(template.utf8)
        let (path, query) = Self.parts(of: bytes)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 128)
        var segment = path.startIndex
        while true {
            let end = bytes[segment..<path.endIndex].firstIndex(of: ASCII.slash) ?? path.endIndex
            let start = result.count
            let first = try Self.append(bytes[segment..<end], texts, to: &result)
            if let first, Self.changesPath(result[start...]) { throw .changesPath(name: first) }
            if end == path.endIndex { break }
            result.append(ASCII.slash)
            segment = end + 1
        }
        var separator = UInt8(ascii: "?")
        if let query {
            result.append(separator)
            _ = try Self.append(query, texts, to: &result)
            separator = UInt8(ascii: "&")
        }
        for pair in pairs {
            result.append(separator)
            result.append(contentsOf: pair.utf8)
            separator = UInt8(ascii: "&")
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Returns the path and the query of a template. A `?` or `#` in a parameter's name begins neither.
    private static func parts(of text: [UInt8]) -> (path: ArraySlice<UInt8>, query: ArraySlice<UInt8>?) {
        var isName = false
        var mark: Int?
        var end = text.endIndex
        for (index, byte) in text.enumerated() {
            switch byte {
            case ASCII.leftBrace: isName = true
            case ASCII.rightBrace: isName = false
            case UInt8(ascii: "?") where !isName && mark == nil: mark = index
            case UInt8(ascii: "#") where !isName && end == text.endIndex: end = index
            default: break
            }
        }
        guard let mark, mark < end else { return (text[..<end], nil) }
        return (text[..<mark], text[(mark + 1)..<end])
    }

    /// Appends literals and the texts of parameters. Returns the name of the first parameter.
    private static func append(
        _ template: ArraySlice<UInt8>, _ texts: [(name: String, text: String)], to result: inout [UInt8]
    ) throws(ParameterError) -> String? {
        var first: String?
        var rest = template
        while let open = rest.firstIndex(of: ASCII.leftBrace),
            let close = rest[open...].firstIndex(of: ASCII.rightBrace)
        {
            PercentEncoding.append(rest[..<open], allowing: .path, to: &result)
            let name = String(decoding: rest[(open + 1)..<close], as: UTF8.self)
            guard let value = texts.last(where: { $0.name == name }) else { throw .missing(name: name) }
            result.append(contentsOf: value.text.utf8)
            first = first ?? name
            rest = rest[(close + 1)...]
        }
        PercentEncoding.append(rest, allowing: .path, to: &result)
        return first
    }

    private static func changesPath(_ segment: ArraySlice<UInt8>) -> Bool { segment.isEmpty || isDots(segment) }

    /// Returns whether a segment is `.` or `..`. `%2e` counts as a dot, because `allowReserved` keeps percent-encoded
    /// triplets.
    static func isDots(_ segment: some Collection<UInt8>) -> Bool {
        var count = 0
        var rest = segment[...]
        while let first = rest.first {
            if first == ASCII.point {
                rest = rest.dropFirst()
            } else if rest.starts(with: "%2e".utf8) || rest.starts(with: "%2E".utf8) {
                rest = rest.dropFirst(3)
            } else {
                return false
            }
            count += 1
        }
        return count == 1 || count == 2
    }
}
