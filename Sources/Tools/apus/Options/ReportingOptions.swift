import ApusGeneration
import ArgumentParser

/// The options for what a run says, and in which form.
struct ReportingOptions: ParsableArguments {
    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(help: "How problems are shown: text, line (as compilers do), json or sarif.")
    var diagnostics = Reporter.Form.text

    @Option(help: "Colors in text: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color = Color.auto

    @Flag(help: "Show errors only: no warnings, no progress and no summary.")
    var quiet = false

    @Flag(help: "Show each step, each written file and all places of a repeated warning.")
    var verbose = false

    @Flag(help: "Show how long each stage takes.")
    var timings = false

    var reporter: Reporter {
        Reporter(
            diagnostics, isColored: isColored, verbosity: quiet ? .quiet : verbose ? .verbose : .normal,
            showsTimings: timings)
    }

    func validate() throws {
        if quiet && verbose { throw ValidationError("--quiet and --verbose exclude each other.") }
        if (verbose || timings) && [.json, .sarif].contains(diagnostics) {
            throw ValidationError("--verbose and --timings need --diagnostics text or line.")
        }
    }

    private var isColored: Bool {
        switch color {
        case .always: true
        case .never: false
        case .auto: Output.error.isTerminal && !Environment.isSet("NO_COLOR") && Environment["TERM"] != "dumb"
        }
    }
}

extension Reporter.Form: ExpressibleByArgument {}
