import ApusGeneration
import ArgumentParser

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows how the generator understands a description.",
        discussion: """
            Examples:
              apus inspect --ir openapi.yaml
              apus inspect --ir --json specs/pets/apus.yaml | python3 -m json.tool
            """
    )

    @Flag(name: .customLong("ir"), help: "Show the intermediate representation, from which code is emitted.")
    var showsRepresentation = false

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    func validate() throws {
        guard showsRepresentation else { throw ValidationError("Choose what to show with --ir.") }
    }

    func run() throws {
        try reporting.reporter.reporting { findings, progress in
            let settings = try generation.request.settings(into: &findings)
            let api = try Pipeline(settings: settings, progress: progress).api(into: &findings)
            progress.end()
            let tree = api.tree
            Output.standard.write(json ? tree.json + "\n" : tree.text)
            if findings.diagnostics.hasErrors { throw RunError.reported(findings.errorStatus) }
        }
    }
}
