import ApusGeneration
import ArgumentParser

/// The options for the format of diagnostics.
struct ReportingOptions: ParsableArguments {
    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(help: "How problems are shown: text, line (as compilers do), json or sarif.")
    var diagnostics = Reporter.Form.text

    @Option(help: "Colors in text: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color = Color.auto

    var reporter: Reporter { Reporter(diagnostics, isColored: isColored) }

    private var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Output.error.isTerminal && !Environment.isSet("NO_COLOR") && Environment["TERM"] != "dumb"
        }
    }
}

extension Reporter.Form: ExpressibleByArgument {}
