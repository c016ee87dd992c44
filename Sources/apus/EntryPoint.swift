import ArgumentParser

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

@main
enum EntryPoint {
    static func main() {
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ arguments: [String]) -> ExitStatus {
        do {
            var command = try Apus.parseAsRoot(arguments)
            try command.run()
            return .success
        } catch let error as CommandError {
            if case .message(let text, _) = error { Output.error.write("error: \(text)\n") }
            return error.status
        } catch let error as FileSystemError {
            Output.error.write("error: \(error.description)\n")
            return .failure
        } catch {
            return finish(error)
        }
    }

    /// Ends a run that the argument parser ended: help and version are successes, all else is wrong usage.
    private static func finish(_ error: any Error) -> ExitStatus {
        let succeeds = Apus.exitCode(for: error).isSuccess
        let message = Apus.fullMessage(for: error)
        if !message.isEmpty { (succeeds ? Output.standard : Output.error).write(message + "\n") }
        return succeeds ? .success : .usage
    }
}
