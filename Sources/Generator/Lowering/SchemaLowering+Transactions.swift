import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Rollback: an operation or a schema is lowered completely or not at all.
extension SchemaLowering {
    /// The state of declarations and diagnostics at one time.
    struct Mark {
        fileprivate var declarations: Declarations.Mark
        fileprivate var diagnostics: Diagnostics.Mark
    }

    var mark: Mark { Mark(declarations: declarations.mark, diagnostics: diagnostics.mark) }

    func hasFailed(since mark: Mark) -> Bool { diagnostics.hasErrors(since: mark.diagnostics) }

    /// In a lenient run, removes the results since `mark` and replaces the errors by a warning about the omitted part.
    /// In other runs the errors and the results remain, so that more errors are found.
    mutating func leaveOut(_ what: String, at place: Place, since mark: Mark) {
        guard options.isLenient, !isTooLarge else { return }
        rollBackDeclarations(to: mark)
        diagnostics.leaveOut(what, at: place, since: mark.diagnostics)
    }

    /// Omits a schema. Its values become any JSON.
    mutating func leaveOut(_ id: TypeID, at place: Place, since mark: Mark) {
        rollBackDeclarations(to: mark)
        diagnostics.leaveOut(id, at: place, since: mark.diagnostics)
    }

    /// Removes results and reports since `mark`.
    mutating func rollBack(to mark: Mark) {
        rollBackDeclarations(to: mark)
        _ = diagnostics.withdraw(to: mark.diagnostics)
    }

    private mutating func rollBackDeclarations(to mark: Mark) {
        declarations.rollBack(to: mark.declarations)
        // Other schemas with the same invalid pattern report it too.
        checkedPatterns.removeAll()
    }

    /// In a lenient run, reports the reading errors in a node's text again, so that everything that needs the node
    /// fails.
    mutating func reportUnread(in node: Node) { unread.report(in: node, into: &diagnostics) }
}
