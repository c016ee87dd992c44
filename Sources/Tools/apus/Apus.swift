import ApusFormat
import ApusSwiftEmitter
import ArgumentParser

#if !Generator
#error("the tool `apus` needs this package's trait `Generator`: depend on the package without `traits: []`")
#endif

/// The root command. It only lists the subcommands.
struct Apus: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apus",
        abstract: "Turns OpenAPI descriptions into Swift models, clients and validation.",
        discussion: """
            Examples:
              apus generate                        with this folder's apus.yaml
              apus generate specs/pets/apus.yaml
              apus generate openapi.yaml --output Sources/Pets --access public
              apus check                           is committed output up to date?
              apus explain E0501

            Exit status:
              0   success
              1   `check`: the output is stale; `lint`: there are warnings; `diff`: a break
              2   wrong usage or configuration
              3   the API description has errors
              70  the tool failed: a file could not be written, or an internal error
            """,
        version: "apus \(apusVersion), generated code of format \(GeneratedFormat.current)",
        subcommands: [
            InitCommand.self, GenerateCommand.self, CheckCommand.self, LintCommand.self, DiffCommand.self,
            ReduceCommand.self, InspectCommand.self, MockCommand.self, TemplatesCommand.self, ExplainCommand.self,
            GenerateTargetCommand.self,
        ]
    )
}
