import ApusGeneration
import ArgumentParser

@main
enum EntryPoint {
    static func main() {
        ExitStatus.reportCrashes()
        run(Array(CommandLine.arguments.dropFirst())).end()
    }

    private static func run(_ arguments: [String]) -> ExitStatus {
        do {
            var command = try Apus.parseAsRoot(arguments)
            try command.run()
            return .success
        } catch {
            return ExitStatus(reporting: error, other: finish)
        }
    }

    /// Reports an error of the argument parser. Help and version succeed, any other error is invalid usage.
    private static func finish(_ error: any Error) -> ExitStatus {
        let succeeds = Apus.exitCode(for: error).isSuccess
        let message = Apus.fullMessage(for: error)
        if !message.isEmpty { (succeeds ? Output.standard : Output.error).write(message + "\n") }
        return succeeds ? .success : .usage
    }
}
