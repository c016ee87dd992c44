import ApusGeneration
import ArgumentParser

/// The command of the build plugin. It generates all APIs of a target into the files that the plugin has declared.
struct GenerateTargetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate-target",
        abstract: "Generates the files that the build plugin declared. Only that plugin uses it.",
        discussion: "Every option but --module is given once for each API.",
        shouldDisplay: false
    )

    @Option(help: "The module of the target.", transform: GenerationOptions.identifier)
    var module: String

    @Option(help: "The configuration or the document.")
    var input: [String]

    @Option(help: "The folder of the generated files.")
    var output: [String]

    @Option(help: "The prefix of the names of types.")
    var prefix: [String]

    @Option(help: "The number of files for models.", transform: GenerationOptions.shards)
    var shards: [Int]

    func validate() throws {
        guard [output.count, prefix.count, shards.count].allSatisfy({ $0 == input.count }) else {
            throw ValidationError("Each API needs its --input, --output, --prefix and --shards.")
        }
    }

    func run() throws {
        let requests = input.indices.map { index in
            var request = Request(input: input[index])
            request.output = output[index]
            // The plugin's outputs belong to the target itself.
            request.includesTests = false
            request.module = module
            request.prefix = prefix[index] == "none" ? "" : prefix[index]
            request.layout = .shards
            request.shards = shards[index]
            return request
        }
        try generateTarget(requests, reporter: Reporter(.line))
    }
}
