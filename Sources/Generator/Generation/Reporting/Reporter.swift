import ApusDiagnostics
import ApusSwiftEmitter

/// Shows the progress and the diagnostics of a run.
package struct Reporter {
    /// The format of diagnostics.
    package enum Form: String, CaseIterable {
        /// Text for people, with source lines.
        case text
        /// One line per diagnostic, as compilers print them.
        case line
        case json
        case sarif
    }

    private let form: Form
    private let isColored: Bool
    private let verbosity: Verbosity
    private let showsTimings: Bool

    /// - Parameters:
    ///   - isColored: Whether the `text` format uses colors.
    ///   - showsTimings: Whether a table of the stages' times follows the diagnostics.
    package init(
        _ form: Form, isColored: Bool = false, verbosity: Verbosity = .normal, showsTimings: Bool = false
    ) {
        self.form = form
        self.isColored = isColored
        self.verbosity = verbosity
        self.showsTimings = showsTimings
    }

    /// Runs `work` and then shows its findings, even if it throws.
    ///
    /// - Parameter inputs: Takes the files that the run reads.
    package func reporting<Result>(
        recording inputs: InputRecord = InputRecord(), _ work: (inout Findings, Progress) throws -> Result
    ) throws -> Result {
        let progress = Progress(
            isShown: form == .text && verbosity == .normal && Output.error.isTerminal,
            isLogged: verbosity == .verbose)
        var findings = Findings(inputs: inputs)
        defer {
            progress.end()
            show(findings)
            if showsTimings { Output.error.write(progress.timings) }
        }
        return try work(&findings, progress)
    }

    /// Writes the result of a run to standard output, unless the run is quiet.
    package func summarize(_ line: String) {
        if verbosity != .quiet { Output.standard.write(line + "\n") }
    }

    /// Writes the findings to standard error in the chosen format.
    private func show(_ findings: Findings) {
        let all = verbosity == .quiet ? findings.diagnostics.errors : findings.diagnostics
        let bytes = Dictionary(findings.sources.map { ($0.path, $0.bytes) }) { first, _ in first }
        switch form {
        case .text:
            let text = all.text(isColored: isColored, listsAllPlaces: verbosity == .verbose) { bytes[$0] }
            Output.error.write(text + Self.summary(of: all))
        case .line:
            Output.error.write(all.lines + Self.summary(of: all))
        case .json:
            Output.error.write(all.json)
        case .sarif:
            Output.error.write(all.sarif(version: apusVersion) { bytes[$0] })
        }
    }

    /// Returns the last line of a list, such as `3 errors, 1 warning`. Empty if there are none.
    private static func summary(of diagnostics: Diagnostics) -> String {
        let counts = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, noun -> String? in
            let count = diagnostics.all.count { $0.severity == severity }
            return count == 0 ? nil : counted(count, noun)
        }
        return counts.isEmpty ? "" : counts.joined(separator: ", ") + "\n"
    }
}
