import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Operations and schemas lower as a whole or not at all.
extension Lowering {
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
        _ = diagnostics.takeBack(to: mark.diagnostics)
    }

    private mutating func rollBackDeclarations(to mark: Mark) {
        declarations.rollBack(to: mark.declarations)
        // Other schemas that share a broken pattern report it as well.
        checkedPatterns.removeAll()
    }

    /// Reports again, in a lenient run, what reading said of the text of a node, so that what needs the node fails.
    mutating func reportUnread(in node: Node) {
        guard let problems = unread[node.file.path] else { return }
        let extent = node.extent
        var low = 0
        var high = problems.count
        while low < high {
            let middle = (low + high) / 2
            if problems[middle].offset < extent.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < problems.count, problems[low].offset < extent.upperBound {
            diagnostics.report(problems[low].problem)
            reportedUnread.insert(problems[low].problem)
            low += 1
        }
    }

    /// What reading refused and nothing needed: it changes nothing that is generated.
    mutating func reportUnneeded() {
        for (_, problems) in unread.sorted(by: { $0.key < $1.key }) {
            for (_, problem) in problems where !reportedUnread.contains(problem) {
                var warning = problem
                warning.severity = .warning
                diagnostics.report(warning)
            }
        }
    }
}
