import ApusPOSIX

/// Generates, and again whenever an input of the last run changes, until Ctrl-C.
///
/// A run with errors shows them and changes nothing.
///
/// - Throws: The error of the first run if no change of an input could fix it.
package func watch(_ request: Request, reporter: Reporter) throws {
    apusCatchInterrupts()
    var isFirst = true
    while true {
        let inputs = InputRecord()
        do {
            try generate(request, reporter: reporter, recording: inputs)
        } catch {
            if isFirst, isUsage(error) || !inputs.hasAny { throw error }
            _ = ExitStatus(reporting: error)
        }
        isFirst = false
        if apusIsInterrupted() { return }
        reporter.summarize("watching \(counted(inputs.count, "file")); Ctrl-C ends")
        guard inputs.waitForChange(unless: apusIsInterrupted) else { return }
    }
}

/// Whether the command line has to change, rather than an input.
private func isUsage(_ error: any Error) -> Bool {
    if case RunError.message(_, .usage) = error { return true }
    return false
}
