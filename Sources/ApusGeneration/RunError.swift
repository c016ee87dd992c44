/// Why a run stopped. What there was to say about the input has been said in diagnostics before.
package enum RunError: Error {
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
