import ApusDiagnostics
import ApusECMARegex
import ApusYAMLSource

// `pattern` and the names in `patternProperties`.
extension Lowering {
    /// Reports a pattern that is not a regular expression, at the place within it, once.
    mutating func checkPattern(_ node: Node) {
        guard checkedPatterns.insert(node).inserted else { return }
        do throws(PatternError) {
            _ = try ECMAPattern(node.text)
        } catch {
            diagnostics.error(
                .invalidPattern, "this is not a regular expression of ECMA-262",
                at: node.place(ofContentAt: error.position), label: error.reason)
        }
    }
}
