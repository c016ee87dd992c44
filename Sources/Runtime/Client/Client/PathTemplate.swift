/// A path template such as `/projects/{project_id}/sessions`.
struct PathTemplate {
    private var segments: [Segment] = []

    private struct Segment {
        var pieces: [Piece] = []
        var parameters: [String] = []
    }

    private enum Piece {
        case literal(String)
        case parameter(String)
    }

    init(_ template: String) {
        for text in template.split(separator: "/", omittingEmptySubsequences: false) {
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
            segments.append(segment)
        }
    }

    /// Returns the path with its parameters replaced.
    ///
    /// - Parameter texts: The serialized and encoded parameters by name.
    /// - Throws: ``ParameterError/missing(name:)``, or ``ParameterError/changesPath(name:)`` if a segment with a
    ///   parameter becomes empty or a dot segment (RFC 3986, section 5.2.4). Servers and proxies resolve dot segments
    ///   whether their dots are encoded or not.
    func expanded(_ texts: [String: String]) throws(ParameterError) -> String {
        var path: [String] = []
        for segment in segments {
            var text = ""
            for piece in segment.pieces {
                switch piece {
                case .literal(let literal): text += PercentEncoding.encode(literal, allowing: .path)
                case .parameter(let name):
                    guard let value = texts[name] else { throw .missing(name: name) }
                    text += value
                }
            }
            if let name = segment.parameters.first, Self.changesPath(text) { throw .changesPath(name: name) }
            path.append(text)
        }
        return path.joined(separator: "/")
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
