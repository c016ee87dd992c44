import ApusGeneration
import ArgumentParser

struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Generates Swift from an OpenAPI description.",
        discussion: """
            Options override the configuration file, which overrides the defaults. Files that would not change \
            are not touched. Generated files that are no longer needed are removed. A run with errors \
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
