import ApusClient

/// The path template of an operation below a base path.
///
/// A query in the template (`/tasks?action=list`) distinguishes operations. A fragment has no meaning for a server.
struct RouteTemplate: Sendable {
    enum Piece: Hashable, Sendable {
        /// Text with the encoding of ``PercentDecoding/normalized(_:)``.
        case literal(String)
        case variable
    }

    let segments: [[Piece]]
    /// The names of the variables in their order.
    private(set) var names: [String] = []
    /// The pairs that the query must have. A value of `nil` is the variable with the name.
    private(set) var query: [(name: String, value: String?, variable: String?)] = []

    init(_ template: String, below base: String) {
        let path = Self.split(template)
        var names: [String] = []
        let whole = base.split(separator: "/").map(String.init).joined(separator: "/")
        let text = (whole.isEmpty ? "" : "/" + whole) + (path.path.hasPrefix("/") ? "" : "/") + path.path
        segments = text.dropFirst().split(separator: "/", omittingEmptySubsequences: false).map { segment in
            Self.pieces(of: segment, &names)
        }
        for pair in path.query?.split(separator: "&") ?? [] {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            let value = parts.count > 1 ? parts[1] : ""
            if value.hasPrefix("{"), value.hasSuffix("}") {
                query.append((parts[0], nil, String(value.dropFirst().dropLast())))
            } else {
                query.append((parts[0], value, nil))
            }
        }
        self.names = names
    }

    /// Returns the path and the query of a template. A `?` or `#` in a variable's name begins neither.
    private static func split(_ template: String) -> (path: String, query: String?) {
        var isName = false
        var path = ""
        var query: String?
        for character in template {
            switch character {
            case "{": isName = true
            case "}": isName = false
            case "#" where !isName: return (path, query)
            case "?" where !isName && query == nil:
                query = ""
                continue
            default: break
            }
            if query == nil { path.append(character) } else { query?.append(character) }
        }
        return (path, query)
    }

    private static func pieces(of segment: Substring, _ names: inout [String]) -> [Piece] {
        var pieces: [Piece] = []
        func add(_ literal: Substring) {
            if literal.isEmpty { return }
            let encoded = PercentEncoding.encode(literal, allowing: .path)
            pieces.append(.literal(PercentDecoding.normalized(encoded) ?? encoded))
        }
        var rest = segment
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            add(rest[..<open])
            pieces.append(.variable)
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        add(rest)
        return pieces
    }

    /// Returns the values of the variables in a segment that has literals too, or `nil` if it does not match.
    ///
    /// A variable has the shortest text that lets the rest match.
    static func values(of pieces: ArraySlice<Piece>, in text: Substring) -> [String]? {
        switch pieces.first {
        case nil: return text.isEmpty ? [] : nil
        case .literal(let literal)?:
            return text.hasPrefix(literal) ? values(of: pieces.dropFirst(), in: text.dropFirst(literal.count)) : nil
        case .variable?:
            let rest = pieces.dropFirst()
            // The last literal is the end of the segment, so that `a.b.json` is the name `a.b`.
            if rest.count == 1, case .literal(let literal)? = rest.first {
                guard text.hasSuffix(literal), text.count > literal.count else { return nil }
                return [String(text.dropLast(literal.count))]
            }
            if rest.isEmpty { return text.isEmpty ? nil : [String(text)] }
            guard case .literal(let literal)? = rest.first else {
                // Two adjacent variables: the first has one character.
                guard let first = text.first, let tail = values(of: rest, in: text.dropFirst()) else { return nil }
                return [String(first)] + tail
            }
            var start = text.dropFirst().startIndex
            while start < text.endIndex, let found = text[start...].firstRange(of: literal) {
                if found.lowerBound > text.startIndex,
                    let tail = values(of: rest.dropFirst(), in: text[found.upperBound...])
                {
                    return [String(text[..<found.lowerBound])] + tail
                }
                start = text.index(after: found.lowerBound)
            }
            return nil
        }
    }
}
