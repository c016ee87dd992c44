import ApusDiagnostics
import ApusPOSIX

/// The stages of a run: shown on a terminal while they last, logged for `--verbose`, and measured for `--timings`.
package final class Progress {
    /// A stage, with its name in the table of times.
    package enum Stage: String {
        case configure, parse, overlay, read, lower, emit, compare, write
    }

    private let isShown: Bool
    private let isLogged: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var current: (stage: Stage, start: ContinuousClock.Instant)?
    private var durations: [(stage: Stage, duration: Duration)] = []

    /// - Parameters:
    ///   - isShown: Whether a run of more than half a second shows its step on the terminal.
    ///   - isLogged: Whether each step is a line of its own on standard error.
    package init(isShown: Bool = false, isLogged: Bool = false) {
        self.isShown = isShown
        self.isLogged = isLogged
        start = clock.now
    }

    /// Begins a step of a stage, and ends the one before.
    ///
    /// - Parameter work: The step's work and its amount, such as `lowering 12 operations`.
    package func begin(_ stage: Stage, _ work: @autoclosure () -> String) {
        measure()
        current = (stage, clock.now)
        if isShown { apusShowStep(printable(work())) }
        if isLogged { log(work()) }
    }

    /// Writes a line of the log for `--verbose`.
    func log(_ line: @autoclosure () -> String) {
        if isLogged { Output.error.write(printable(line()) + "\n") }
    }

    /// Ends the step. The terminal's line is free for other output.
    package func end() {
        measure()
        current = nil
        if isShown { apusClearStep() }
    }

    /// The table of times, with a line per stage in the order of their beginnings.
    var timings: String {
        let total = clock.now - start
        let lines = durations.map { ($0.stage.rawValue, $0.duration) } + [("total", total)]
        return lines.map { name, duration in
            let (tenths, padding) = (duration / .microseconds(100), String(repeating: " ", count: 10 - name.utf8.count))
            let time = "\(Int(tenths) / 10).\(Int(tenths) % 10) ms"
            return name + padding + String(repeating: " ", count: max(0, 11 - time.utf8.count)) + time + "\n"
        }.joined()
    }

    private func measure() {
        guard let current else { return }
        let duration = clock.now - current.start
        if let index = durations.firstIndex(where: { $0.stage == current.stage }) {
            durations[index].duration += duration
        } else {
            durations.append((current.stage, duration))
        }
    }
}

/// Returns a number with its noun, such as `1 file` or `2 files`.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
}
