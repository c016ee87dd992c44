import ApusDiagnostics
import ApusDiff
import ApusGeneration
import ArgumentParser

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains the code of an error or a warning. Lists all codes without one.",
        discussion: """
            Examples:
              apus explain
              apus explain E0501
              apus explain property-removed
            """
    )

    @Argument(help: ArgumentHelp("A code such as E0501, or one of `apus diff`.", valueName: "code"))
    var code: String?

    func run() throws {
        let codes = DiagnosticCode.all
        guard let code else {
            Output.standard.write(codes.map { "\($0.id)  \($0.title)\n" }.joined())
            return
        }
        if let change = ChangeCode.all.first(where: { $0.id == code.lowercased() }) {
            Output.standard.write("\(change.id): \(change.explanation)\n")
            return
        }
        guard let found = codes.first(where: { $0.id == code.uppercased() }) else {
            throw RunError.message("there is no code \(code); `apus explain` lists them all", .usage)
        }
        let severity =
            found.isAdjustable
            ? "To change the severity of its warnings and notes, write `diagnostics: {\(found.id): error}` in apus.yaml. `off` hides them."
            : "It is always an error, because correct code cannot be generated until it is fixed."
        Output.standard.write("\(found.id): \(found.title)\n\n\(found.explanation)\n\n\(severity)\n")
    }
}
