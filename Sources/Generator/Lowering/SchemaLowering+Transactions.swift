import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Operations and schemas lower as a whole or not at all.
extension SchemaLowering {
    /// The declarations and the reported problems at a time.
    struct Mark {
        fileprivate var declarations: Declarations.Mark
        fileprivate var diagnostics: Diagnostics.Mark
    }

    var mark: Mark { Mark(declarations: declarations.mark, diagnostics: diagnostics.mark) }

    func hasFailed(since mark: Mark) -> Bool { diagnostics.hasErrors(since: mark.diagnostics) }

    /// In a lenient run, takes back what was made since `mark`, and turns the errors into a warning that says what is left
    /// out because of them. Otherwise the errors stand, and what was made helps to find more of them.
    mutating func leaveOut(_ what: String, at place: Place, since mark: Mark) {
        guard options.isLenient, !isTooLarge else { return }
        rollBackDeclarations(to: mark)
        diagnostics.leaveOut(what, at: place, since: mark.diagnostics)
    }

    /// Leaves out a schema, whose values become any JSON.
    mutating func leaveOut(_ id: TypeID, at place: Place, since mark: Mark) {
        rollBackDeclarations(to: mark)
        diagnostics.leaveOut(id, at: place, since: mark.diagnostics)
    }

    /// Takes back what was made and reported since `mark`.
    mutating func rollBack(to mark: Mark) {
        rollBackDeclarations(to: mark)
        _ = diagnostics.withdraw(to: mark.diagnostics)
    }

    private mutating func rollBackDeclarations(to mark: Mark) {
        declarations.rollBack(to: mark.declarations)
        // Other schemas that share a broken pattern report it as well.
        checkedPatterns.removeAll()
    }

    /// Reports again, in a lenient run, the errors of reading in the text of a node, so that what needs the node fails.
    mutating func reportUnread(in node: Node) { unread.report(in: node, into: &diagnostics) }
}
