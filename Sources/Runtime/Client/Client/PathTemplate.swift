/// A path template such as `/projects/{project_id}/sessions`.
///
/// OpenAPI allows no query and no fragment in a path, but descriptions use them to distinguish operations. A query
/// (`/tasks?action=list`) is sent before the query parameters. A fragment is not sent.
struct PathTemplate {
    private var segments: [Segment] = []
    /// The query, which has no segments.
    private var query: Segment?

    private struct Segment {
        var pieces: [Piece] = []
        var parameters: [String] = []

        func expanded(_ texts: [String: String]) throws(ParameterError) -> String {
            var text = ""
            for piece in pieces {
                switch piece {
                case .literal(let literal): text += PercentEncoding.encode(literal, allowing: .path)
                case .parameter(let name):
                    guard let value = texts[name] else { throw .missing(name: name) }
                    text += value
                }
            }
            return text
        }
    }

    private enum Piece {
        case literal(String)
        case parameter(String)
    }

    init(_ template: String) {
        let parts = Self.parts(of: template)
        segments = parts.path.split(separator: "/", omittingEmptySubsequences: false).map { Self.segment($0) }
        query = parts.query.map { Self.segment($0) }
    }

    /// Returns the path and the query of a template. A `?` or `#` in a parameter's name begins neither.
    private static func parts(of template: String) -> (path: Substring, query: Substring?) {
        let text = template.utf8
        var isName = false
        var mark: String.Index?
        var end = text.endIndex
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "{"): isName = true
            case UInt8(ascii: "}"): isName = false
            case UInt8(ascii: "?") where !isName && mark == nil: mark = index
            case UInt8(ascii: "#") where !isName && end == text.endIndex: end = index
            default: break
            }
        }
        guard let mark, mark < end else { return (template[..<end], nil) }
        return (template[..<mark], template[text.index(after: mark)..<end])
    }

    private static func segment(_ text: Substring) -> Segment {
        var segment = Segment()
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            segment.pieces.append(.literal(String(rest[..<open])))
            let name = String(rest[rest.index(after: open)..<close])
            segment.pieces.append(.parameter(name))
            segment.parameters.append(name)
            rest = rest[rest.index(after: close)...]
        }
        segment.pieces.append(.literal(String(rest)))
        return segment
    }

    /// Returns the path with its parameters replaced, and the query of the template.
    ///
    /// - Parameter texts: The serialized and encoded parameters by name.
    /// - Throws: ``ParameterError/missing(name:)``, or ``ParameterError/changesPath(name:)`` if a segment with a
    ///   parameter becomes empty or a dot segment (RFC 3986, section 5.2.4). Servers and proxies resolve dot segments
    ///   whether their dots are encoded or not.
    func expanded(_ texts: [String: String]) throws(ParameterError) -> (path: String, query: String?) {
        var path: [String] = []
        for segment in segments {
            let text = try segment.expanded(texts)
            if let name = segment.parameters.first, Self.changesPath(text) { throw .changesPath(name: name) }
            path.append(text)
        }
        return (path.joined(separator: "/"), try query?.expanded(texts))
    }

    private static func changesPath(_ segment: String) -> Bool { segment.isEmpty || isDots(segment) }

    /// Returns whether a segment is `.` or `..`. `%2e` counts as a dot, because `allowReserved` keeps percent-encoded
    /// triplets.
    static func isDots(_ segment: some StringProtocol) -> Bool {
        var plain = ""
        var rest = segment.lowercased()[...]
        while let first = rest.first {
            if rest.hasPrefix("%2e") {
                plain.append(".")
                rest = rest.dropFirst(3)
            } else {
                plain.append(first)
                rest = rest.dropFirst()
            }
        }
        return plain == "." || plain == ".."
    }
}
