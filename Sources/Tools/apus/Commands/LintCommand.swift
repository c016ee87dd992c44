import ApusDiagnostics
import ApusGeneration
import ArgumentParser

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Shows the problems of a description, without generating code.",
        discussion: """
            The exit status is 1 if there are warnings, and 3 if there are errors.

            Examples:
              apus lint openapi.yaml
              apus lint --diagnostics sarif 2> apus.sarif
            """
    )

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        try reporting.reporter.reporting { findings, progress in
            let settings = try generation.request.settings(into: &findings)
            _ = try Pipeline(settings: settings, progress: progress).files(into: &findings)
            if findings.diagnostics.all.contains(where: { $0.severity == .warning }) {
                throw RunError.reported(.findings)
            }
        }
    }
}
