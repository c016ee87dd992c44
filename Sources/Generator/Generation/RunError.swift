/// The reason why a run stopped. Problems of the input are reported as diagnostics beforehand.
package enum RunError: Error {
    /// All problems have been reported.
    case reported(ExitStatus)
    /// A problem without a place in a file.
    case message(String, ExitStatus)

    var status: ExitStatus {
        switch self {
        case .reported(let status), .message(_, let status): status
        }
    }
}
