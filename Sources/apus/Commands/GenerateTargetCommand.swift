import ArgumentParser
import ApusGeneration

/// Generates all APIs of a target for the build plugin, into files with predetermined names.
struct GenerateTargetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-target",
        abstract: "Generates what the build plugin has declared; for that plugin only.",
        shouldDisplay: false
    )

    @Argument(help: "The configuration or the document.")
    var input: String

    @Option(help: "The folder of the generated files.")
    var output: String

    @Option(help: "The module of the target.", transform: GenerationOptions.identifier)
    var module: String

    @Option(help: "The number of files for models.", transform: GenerationOptions.shards)
    var shards: Int

    func run() throws {
        var request = Request(input: input)
        request.output = output
        request.module = module
        request.layout = .shards
        request.shards = shards
        try generate(request, reporter: Reporter(.line))
    }
}
