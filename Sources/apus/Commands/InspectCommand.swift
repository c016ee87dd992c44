import ArgumentParser
import ApusGeneration

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Shows what a description means to the generator.",
        discussion: """
            Examples:
              apus inspect --ir openapi.yaml
              apus inspect --ir --json specs/pets/apus.yaml | python3 -m json.tool
            """
    )

    @Flag(name: .customLong("ir"), help: "Show the intermediate representation: all that emitting starts from.")
    var showsRepresentation = false

    @Flag(help: "As JSON.")
    var json = false

    @OptionGroup var generation: GenerationOptions
    @OptionGroup var reporting: ReportingOptions

    func validate() throws {
        guard showsRepresentation else { throw ValidationError("Say what to show: --ir.") }
    }

    func run() throws {
        try reporting.reporter.reporting { findings, progress in
            let settings = try generation.request.settings(into: &findings)
            let api = try Pipeline(settings: settings, progress: progress).api(into: &findings)
            progress.clear()
            let tree = ValueTree(api)
            Output.standard.write(json ? tree.json + "\n" : tree.text)
            if findings.diagnostics.hasErrors { throw RunError.reported(findings.errorStatus) }
        }
    }
}
