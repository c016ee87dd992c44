import ApusPOSIX

/// The exit status of a command. `apus --help` documents the numbers.
package enum ExitStatus: Int32 {
    case success = 0
    /// Outdated output, or warnings from `lint`.
    case findings = 1
    /// Invalid usage or configuration.
    case usage = 2
    /// Errors in the API description.
    case description = 3
    /// An error of the file system or a bug in the tool.
    case failure = 70

    /// Returns the status for an error, after writing its message to standard error.
    ///
    /// - Parameter other: Reports an error that is neither a `RunError` nor a `FileSystemError`.
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
        Output.error.write("error: \(error)\n" + faultReport)
        return .failure
    }

    /// The advice after a crash or an error that no description should cause.
    private static let faultReport = """

        This is a fault of Apus, not of your description. Please report it with the file that
        `apus reduce INPUT` writes: a description that is as small as possible and still shows the fault.

        """

    /// Installs handlers that print the advice if the process crashes.
    package static func reportCrashes() { apusReportCrashes(faultReport) }

    /// Exits the process.
    package func end() -> Never { Platform.exit(rawValue) }
}
