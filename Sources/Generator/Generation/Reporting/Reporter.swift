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

    /// - Parameter isColored: Whether the `text` format uses colors.
    package init(_ form: Form, isColored: Bool = false) {
        self.form = form
        self.isColored = isColored
    }

    /// Runs `work` and then shows its findings, even if it throws.
    package func reporting<Result>(_ work: (inout Findings, Progress) throws -> Result) throws -> Result {
        let progress = Progress(isShown: form == .text && Output.error.isTerminal)
        var findings = Findings()
        defer {
            progress.clear()
            show(findings)
        }
        return try work(&findings, progress)
    }

    /// Writes the findings to standard error in the chosen format.
    private func show(_ findings: Findings) {
        let all = findings.diagnostics
        let bytes = Dictionary(findings.sources.map { ($0.path, $0.bytes) }) { first, _ in first }
        switch form {
        case .text:
            Output.error.write(all.text(isColored: isColored) { bytes[$0] } + Self.summary(of: all))
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
            return count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "" : counts.joined(separator: ", ") + "\n"
    }
}
