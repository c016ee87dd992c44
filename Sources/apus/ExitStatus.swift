/// What the command tells the shell; the numbers are documented in `apus --help`.
enum ExitStatus: Int32 {
    case success = 0
    /// Stale output, or warnings from `lint`.
    case findings = 1
    /// Wrong usage or configuration.
    case usage = 2
    /// Errors in the API description.
    case description = 3
    /// The file system refused, or the tool itself is at fault.
    case failure = 70
}

/// Why a command stopped. What there was to say about the input has been said in diagnostics before.
enum CommandError: Error {
    /// Everything is reported; only the status is left.
    case reported(ExitStatus)
    /// A problem of no place in any file.
    case message(String, ExitStatus)

    var status: ExitStatus {
        switch self {
        case .reported(let status), .message(_, let status): status
        }
    }
}
