import ApusDiagnostics
import ApusYAMLSource

/// The errors of reading in a lenient run. Each is reported when the affected text is needed.
struct UnreadProblems {
    /// The errors by file, in the order of their places.
    private var problems: [String: [(offset: Int, problem: Diagnostic)]] = [:]
    private var reported: Set<Diagnostic> = []

    init(_ errors: [Diagnostic]) {
        for problem in errors {
            problems[problem.place?.file ?? "", default: []].append((problem.place?.offset ?? 0, problem))
        }
        for file in problems.keys { problems[file]?.sort { $0.offset < $1.offset } }
    }

    mutating func report(in node: Node, into diagnostics: inout Diagnostics) {
        guard let problems = problems[node.file.path] else { return }
        let extent = node.extent
        var low = 0
        var high = problems.count
        while low < high {
            let middle = (low + high) / 2
            if problems[middle].offset < extent.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < problems.count, problems[low].offset < extent.upperBound {
            diagnostics.report(problems[low].problem)
            reported.insert(problems[low].problem)
            low += 1
        }
    }

    /// Reports the errors in text that was not needed as warnings, because they do not affect the generated code.
    func reportUnneeded(into diagnostics: inout Diagnostics) {
        for (_, problems) in problems.sorted(by: { $0.key < $1.key }) {
            for (_, problem) in problems where !reported.contains(problem) {
                var warning = problem
                warning.severity = .warning
                diagnostics.report(warning)
            }
        }
    }
}
