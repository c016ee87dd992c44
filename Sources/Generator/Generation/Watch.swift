import ApusPOSIX

/// The time between two looks at the inputs, in milliseconds. It is also the time that an editor has to finish a file.
private let interval: Int32 = 20

/// Generates, and again whenever an input of the last run changes, until Ctrl-C.
///
/// A run with errors shows them and changes nothing. The inputs are polled. Polling works on all systems and file
/// systems, and takes less than a thousandth of a core for a file.
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
        repeat {
            apusPause(interval)
            if apusIsInterrupted() { return }
        } while !inputs.hasChanged
        apusPause(interval)
    }
}

/// Whether the error is in the command line, rather than in an input.
private func isUsage(_ error: any Error) -> Bool {
    if case RunError.message(_, .usage) = error { return true }
    return false
}
