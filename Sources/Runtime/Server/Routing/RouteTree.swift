/// The paths of an API as a tree of their segments.
///
/// Segments are compared in the order of OpenAPI's rule for templated paths: a literal, then literals with variables
/// (`{id}:cancel`, `{name}.json`), the longest literals first, and then a variable alone.
struct RouteTree: Sendable {
    struct Route: Sendable {
        let operation: Int
        let template: RouteTemplate
    }

    /// A path that matches a request.
    struct Match: Sendable {
        let route: Route
        /// The texts of the path's variables by their names, percent-encoded.
        let values: [String: String]
    }

    private struct Node: Sendable {
        var literals: [String: Int] = [:]
        var patterns: [(pieces: [RouteTemplate.Piece], node: Int)] = []
        var variable: Int?
        var routes: [Route] = []
    }

    private var nodes = [Node()]

    mutating func insert(_ route: Route) {
        var node = 0
        for segment in route.template.segments { node = child(of: node, for: segment) }
        nodes[node].routes.append(route)
    }

    private mutating func child(of node: Int, for segment: [RouteTemplate.Piece]) -> Int {
        switch segment {
        case [], [.literal("")]:
            if let known = nodes[node].literals[""] { return known }
            nodes.append(Node())
            nodes[node].literals[""] = nodes.count - 1
        case [.variable]:
            if let known = nodes[node].variable { return known }
            nodes.append(Node())
            nodes[node].variable = nodes.count - 1
        default:
            if segment.count == 1, case .literal(let text) = segment[0] {
                if let known = nodes[node].literals[text] { return known }
                nodes.append(Node())
                nodes[node].literals[text] = nodes.count - 1
                break
            }
            if let known = nodes[node].patterns.first(where: { $0.pieces == segment }) { return known.node }
            nodes.append(Node())
            nodes[node].patterns.append((segment, nodes.count - 1))
            nodes[node].patterns.sort { Self.literalLength($0.pieces) > Self.literalLength($1.pieces) }
        }
        return nodes.count - 1
    }

    private static func literalLength(_ pieces: [RouteTemplate.Piece]) -> Int {
        pieces.reduce(0) { sum, piece in
            if case .literal(let text) = piece { sum + text.utf8.count } else { sum }
        }
    }

    /// Returns the routes whose paths match, the most specific first.
    ///
    /// - Parameter path: The path of a request without its query.
    func matches(_ path: Substring) -> [Match] {
        guard path.first == "/" else { return [] }
        var segments: [String] = []
        for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let text = PercentDecoding.normalized(segment), text != ".", text != ".." else { return [] }
            segments.append(text)
        }
        let found = matches(segments)
        if !found.isEmpty { return found }
        // A slash at the end makes no difference unless the description has both paths.
        if segments.last == "" { return segments.count > 1 ? matches(segments.dropLast()) : [] }
        return matches(segments + [""])
    }

    private func matches(_ segments: [String]) -> [Match] {
        var matches: [Match] = []
        collect(0, segments[...], [], &matches)
        return matches
    }

    private func collect(_ index: Int, _ segments: ArraySlice<String>, _ values: [String], _ matches: inout [Match]) {
        guard let segment = segments.first else {
            for route in nodes[index].routes {
                let pairs = zip(route.template.names, values)
                matches.append(Match(route: route, values: Dictionary(pairs) { first, _ in first }))
            }
            return
        }
        let rest = segments.dropFirst()
        if let literal = nodes[index].literals[segment] { collect(literal, rest, values, &matches) }
        for pattern in nodes[index].patterns {
            if let found = RouteTemplate.values(of: pattern.pieces[...], in: segment[...]) {
                collect(pattern.node, rest, values + found, &matches)
            }
        }
        if let variable = nodes[index].variable, !segment.isEmpty {
            collect(variable, rest, values + [segment], &matches)
        }
    }
}
