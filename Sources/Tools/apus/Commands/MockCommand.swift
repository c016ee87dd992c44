import ApusGeneration
import ArgumentParser

struct MockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mock",
        abstract: "Serves a description with examples and made data.",
        discussion: """
            Runs the program apus-mock, which is beside this one if it has been built with the trait Mock. \
            `apus mock --help` shows its options.

            Examples:
              apus mock openapi.yaml
              apus mock openapi.yaml --port 8080 --stateful --watch
            """
    )

    @Argument(parsing: .captureForPassthrough, help: "The description and the options of apus-mock.")
    var arguments: [String] = []

    func run() throws {
        guard let executable = Environment.executable else {
            throw RunError.message("the folder of this program is not known, so apus-mock cannot be found", .failure)
        }
        let program = PathName.resolve("apus-mock", in: PathName.folder(of: executable))
        guard FileSystem.kind(of: program) == .file else {
            throw RunError.message(
                "there is no program \(program): build it with `swift build --product apus-mock --traits Mock`", .usage)
        }
        Environment.become(program, arguments: arguments)
        throw RunError.message("\(program) cannot be run", .failure)
    }
}
