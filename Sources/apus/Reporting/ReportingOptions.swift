import ArgumentParser
import Diagnostics

/// How diagnostics are shown.
struct ReportingOptions: ParsableArguments {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, line, json, sarif
    }

    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(help: "How problems are shown: text, line (as compilers do), json or sarif.")
    var diagnostics = Format.text

    @Option(help: "Colours in text: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color = Color.auto

    var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Output.error.isTerminal && !Environment.isSet("NO_COLOR") && Environment["TERM"] != "dumb"
        }
    }

    /// Does `work`, and then shows what it has found, whether or not it throws.
    func reporting<Result>(_ work: (inout Findings, Progress) throws -> Result) throws -> Result {
        let progress = Progress(isShown: diagnostics == .text && Output.error.isTerminal)
        var findings = Findings()
        defer {
            progress.clear()
            show(findings)
        }
        return try work(&findings, progress)
    }
}
