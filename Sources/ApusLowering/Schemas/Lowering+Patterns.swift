import ApusDiagnostics
import ApusECMARegex
import ApusYAMLSource

// `pattern` and the names in `patternProperties`.
extension Lowering {
    /// Reports a pattern that is not a regular expression, at the place within it, once.
    mutating func checkPattern(_ node: Node) {
        guard checkedPatterns.insert(node).inserted else { return }
        do throws(PatternError) {
            guard let position = try ECMAPattern(node.text).foreignAnchor else { return }
            diagnostics.warning(
                .invalidPattern, "`\\A`, `\\z` and `\\Z` are not of ECMA-262",
                at: node.place(ofContentAt: position, count: 2), label: "read as the start or the end of the text",
                help: "write `^` and `$`")
        } catch {
            diagnostics.error(
                .invalidPattern, "this is not a regular expression of ECMA-262",
                at: node.place(ofContentAt: error.position), label: error.reason)
        }
    }
}
