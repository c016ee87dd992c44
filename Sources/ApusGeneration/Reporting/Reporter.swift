import ApusDiagnostics
import ApusSwiftEmitter

/// Shows what a run does and finds.
package struct Reporter {
    /// How diagnostics are shown.
    package enum Form: String, CaseIterable {
        /// For people, with the lines that are meant.
        case text
        /// As compilers do.
        case line
        case json
        case sarif
    }

    private let form: Form
    private let isColored: Bool

    /// - Parameter isColored: Whether `text` has colours.
    package init(_ form: Form, isColored: Bool = false) {
        self.form = form
        self.isColored = isColored
    }

    /// Does `work`, and then shows what it has found, whether or not it throws.
    package func reporting<Result>(_ work: (inout Findings, Progress) throws -> Result) throws -> Result {
        let progress = Progress(isShown: form == .text && Output.error.isTerminal)
        var findings = Findings()
        defer {
            progress.clear()
            show(findings)
        }
        return try work(&findings, progress)
    }

    /// Writes what was found to the error stream, in the form asked for.
    private func show(_ findings: Findings) {
        let all = findings.diagnostics
        let bytes = Dictionary(findings.sources.map { ($0.path, $0.bytes) }) { first, _ in first }
        switch form {
        case .text:
            Output.error.write(all.text(isColoured: isColored) { bytes[$0] } + Self.summary(of: all))
        case .line:
            Output.error.write(all.lines + Self.summary(of: all))
        case .json:
            Output.error.write(all.json)
        case .sarif:
            Output.error.write(all.sarif(version: apusVersion) { bytes[$0] })
        }
    }

    /// The line that ends a list, such as `3 errors, 1 warning`; empty if there is nothing to count.
    private static func summary(of diagnostics: Diagnostics) -> String {
        let counts = [(Severity.error, "error"), (.warning, "warning")].compactMap { severity, noun -> String? in
            let count = diagnostics.all.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        return counts.isEmpty ? "" : counts.joined(separator: ", ") + "\n"
    }
}
