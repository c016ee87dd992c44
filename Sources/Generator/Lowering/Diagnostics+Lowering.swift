import ApusAPIModel
import ApusDiagnostics
import ApusYAMLSource

extension Diagnostics {
    /// The number of reported problems at one time.
    struct Mark {
        fileprivate var count: Int
        fileprivate var errorCount: Int
    }

    var mark: Mark { Mark(count: all.count, errorCount: errorCount) }

    func hasErrors(since mark: Mark) -> Bool { errorCount > mark.errorCount }

    mutating func withdraw(to mark: Mark) -> [Diagnostic] { withdraw(after: mark.count) }

    /// Replaces the errors since `mark` by a warning about the omitted part.
    mutating func leaveOut(_ what: String, at place: Place, help: String? = nil, since mark: Mark) {
        var causes: [Diagnostic.Note] = []
        for problem in withdraw(to: mark) {
            guard problem.severity == .error else {
                report(problem)
                continue
            }
            let words = [problem.message, problem.label.map { "(\($0))" }, "[\(problem.code.id)]"]
            let cause = Diagnostic.Note(words.compactMap { $0 }.joined(separator: " "), at: problem.place)
            if !causes.contains(cause) { causes.append(cause) }
        }
        warning(.leftOut, "\(what) is left out", at: place, notes: causes, help: help)
    }

    /// Reports that a schema is omitted because of the errors since `mark`.
    mutating func leaveOut(_ id: TypeID, at place: Place, since mark: Mark) {
        leaveOut(
            "the schema `\(id.name)`", at: place, help: "fix the errors; until then the schema allows any JSON value",
            since: mark)
    }

    mutating func invalidExtension(_ message: String, _ node: Node, _ known: [String] = []) {
        error(.invalidExtension, message, at: node.place, help: suggestion(for: node.text, among: known))
    }

    mutating func reportPartsWithoutTypes(of mediaType: String, at place: Place) {
        report(
            Diagnostic(
                .partsWithoutTypes, .note, "the parts of bodies in `\(mediaType)` have no types",
                at: place))
    }
}
