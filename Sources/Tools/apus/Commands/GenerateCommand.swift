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
              apus generate --watch

            With --watch it generates again whenever the description, a file that it refers to, an overlay, a \
            template or apus.yaml changes, until Ctrl-C.
            """
    )

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    @Flag(help: "Generate again whenever an input changes.")
    var watch = false

    func run() throws {
        let (request, reporter) = (generation.request, reporting.reporter)
        if watch {
            try ApusGeneration.watch(request, reporter: reporter)
        } else {
            try generate(request, reporter: reporter)
        }
    }
}
