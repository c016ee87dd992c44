#if Mock
import ApusGeneration
import ArgumentParser

@main
enum EntryPoint {
    static func main() async {
        await run(Array(CommandLine.arguments.dropFirst())).end()
    }

    private static func run(_ arguments: [String]) async -> ExitStatus {
        do {
            let command = try Mock.parse(arguments)
            try await command.run()
            return .success
        } catch {
            return ExitStatus(reporting: error, other: finish)
        }
    }

    /// Reports an error of the argument parser or of the server. Help and version succeed.
    private static func finish(_ error: any Error) -> ExitStatus {
        let succeeds = Mock.exitCode(for: error).isSuccess
        (succeeds ? Output.standard : Output.error).write(Mock.fullMessage(for: error) + "\n")
        return succeeds ? .success : .usage
    }
}
#else
@main
enum EntryPoint {
    static func main() {
        print("apus-mock has been built without its server: use `swift build --product apus-mock --traits Mock`")
    }
}
#endif
