import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Operations and schemas lower as a whole or not at all.
extension Lowering {
    /// What had been made and reported at a time.
    struct Mark {
        fileprivate var declarations: Declarations.Mark
        fileprivate var diagnostics: Int
        fileprivate var errors: Int
    }

    var mark: Mark {
        Mark(
            declarations: declarations.mark, diagnostics: diagnostics.all.count, errors: diagnostics.errorCount)
    }

    func hasFailed(since mark: Mark) -> Bool { diagnostics.errorCount > mark.errors }

    /// In a lenient run, undoes what was made since `mark`, and turns the errors into a warning that says what is left
    /// out because of them. Otherwise the errors stand, and what was made helps to find more of them.
    mutating func leaveOut(_ what: String, at place: Place, help: String? = nil, since mark: Mark) {
        guard options.isLenient, !isTooLarge else { return }
        var causes: [Diagnostic.Note] = []
        for problem in rollBack(to: mark) {
            guard problem.severity == .error else {
                diagnostics.report(problem)
                continue
            }
            let words = [problem.message, problem.label.map { "(\($0))" }, "[\(problem.code.id)]"]
            let cause = Diagnostic.Note(words.compactMap { $0 }.joined(separator: " "), at: problem.place)
            if !causes.contains(cause) { causes.append(cause) }
        }
        diagnostics.warning(.leftOut, "\(what) is left out", at: place, notes: causes, help: help)
    }

    /// Takes back what was made since `mark`, and returns what was reported.
    mutating func rollBack(to mark: Mark) -> [Diagnostic] {
        declarations.rollBack(to: mark.declarations)
        // Other schemas that share a broken pattern report it as well.
        checkedPatterns.removeAll()
        return diagnostics.takeBack(after: mark.diagnostics)
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
