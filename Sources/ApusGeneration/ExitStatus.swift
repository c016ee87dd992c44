/// What a tool tells the process that started it; the numbers are documented in `apus --help`.
package enum ExitStatus: Int32 {
    case success = 0
    /// Stale output, or warnings from `lint`.
    case findings = 1
    /// Wrong usage or configuration.
    case usage = 2
    /// Errors in the API description.
    case description = 3
    /// The file system refused, or the tool itself is at fault.
    case failure = 70

    /// The status of a run that stopped, after saying on the error stream what is left to say about why it did.
    ///
    /// - Parameter other: Reports an error that is not one of a run's.
    package init(reporting error: any Error, other: (any Error) -> ExitStatus = Self.unexpected) {
        switch error {
        case let error as RunError:
            if case .message(let text, _) = error { Output.error.write("error: \(text)\n") }
            self = error.status
        case let error as FileSystemError:
            Output.error.write("error: \(error.description)\n")
            self = .failure
        default: self = other(error)
        }
    }

    package static func unexpected(_ error: any Error) -> ExitStatus {
        Output.error.write("error: \(error)\n")
        return .failure
    }

    /// Ends the process.
    package func end() -> Never { Platform.exit(rawValue) }
}
