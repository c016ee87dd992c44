import ApusDiagnostics
import ApusECMARegex
import ApusYAMLSource

// `pattern` and the names in `patternProperties`.
extension SchemaLowering {
    /// Returns whether a pattern is a regular expression, and reports an invalid one once, at the position in the
    /// pattern.
    ///
    /// - Parameter isNeeded: Whether correct code is impossible without the pattern, such as within `not`. Other
    ///   invalid patterns are omitted.
    @discardableResult
    mutating func checkPattern(_ node: Node, isNeeded: Bool = true) -> Bool {
        if let known = checkedPatterns[node], known || !isNeeded { return known }
        do throws(PatternError) {
            let foreignAnchor = try ECMAPattern(node.text).foreignAnchor
            checkedPatterns[node] = true
            guard let position = foreignAnchor else { return true }
            diagnostics.warning(
                .invalidPattern, "`\\A`, `\\z` and `\\Z` are not part of ECMA-262",
                at: node.place(ofContentAt: position, count: 2), label: "read as the start or the end of the string",
                help: "write `^` and `$`")
            return true
        } catch {
            checkedPatterns[node] = false
            diagnostics.report(
                Diagnostic(
                    .invalidPattern, isNeeded ? .error : .warning,
                    "this is not a regular expression of ECMA-262" + (isNeeded ? "" : ", and is not checked"),
                    at: node.place(ofContentAt: error.position), label: error.reason))
            return false
        }
    }
}
