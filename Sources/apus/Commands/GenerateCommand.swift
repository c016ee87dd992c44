import ArgumentParser
import ApusGeneration

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Generates Swift from an OpenAPI description.",
        discussion: """
            Options win over the configuration file, which wins over the defaults. Files whose bytes would not \
            change are not touched; generated files that are no longer wanted are removed; a run with errors \
            changes nothing.

            Examples:
              apus generate
              apus generate openapi.yaml --output Sources/Pets --access public
              apus generate specs/pets/apus.yaml --diagnostics line
            """
    )

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    func run() throws {
        try generate(generation.request, reporter: reporting.reporter)
    }
}
