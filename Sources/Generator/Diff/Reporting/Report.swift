import ApusAPIModel
import ApusDiagnostics

/// The changes between two descriptions, and the conditions of a failure.
package struct Report {
    /// The conditions on which a run fails.
    package enum Failure: String, CaseIterable, Sendable {
        case clients, servers, source
        /// Whether changes that may break a chosen level count.
        case risks
    }

    package var changes: [Change]
    package var failures: Set<Failure>
    private let shownOld: (String) -> String
    private let shownNew: (String) -> String

    package init(
        _ changes: [Change], failures: Set<Failure>, shownOld: @escaping (String) -> String = { $0 },
        shownNew: @escaping (String) -> String = { $0 }
    ) {
        self.changes = changes
        self.failures = failures
        self.shownOld = shownOld
        self.shownNew = shownNew
    }

    /// Whether a change that is not accepted breaks a chosen level.
    package var fails: Bool { changes.contains(where: fails) }

    func fails(_ change: Change) -> Bool {
        if change.acceptance != nil { return false }
        let least = failures.contains(.risks) ? Verdict.risky : .breaking
        return Level.allCases.contains { level in
            failures.contains(Failure(rawValue: level.rawValue) ?? .risks) && change.verdict(for: level) >= least
        }
    }

    /// The changes in the order of the descriptions, breaking changes first.
    var sorted: [Change] {
        [Verdict.breaking, .risky, .safe].flatMap { verdict in changes.filter { $0.worst == verdict } }
    }

    func oldSpot(_ change: Change) -> Spot? { change.old.map { Spot($0, shownOld) } }
    func newSpot(_ change: Change) -> Spot? { change.new.map { Spot($0, shownNew) } }

    /// A place in a report.
    struct Spot {
        var file: String
        var line: Int
        var column: Int
        var pointer: String

        init(_ origin: Origin, _ shown: (String) -> String) {
            let place = origin.place
            file = shown(place.file)
            line = place.line
            column = place.column
            pointer = origin.pointer
        }

        var text: String { "\(file):\(line):\(column)" }
    }

    /// The last line: the number of changes, and the number of breaks for each level.
    var summary: String {
        let counts = Level.allCases.map { level in
            "\(changes.count { $0.verdict(for: level) == .breaking }) break \(level.noun)"
        }
        let accepted = changes.count { $0.acceptance != nil }
        let total = changes.count == 1 ? "1 change" : "\(changes.count) changes"
        return "\(total): " + counts.joined(separator: ", ") + (accepted == 0 ? "" : "; \(accepted) accepted")
    }
}

extension Level {
    /// The level in a sentence.
    var noun: String { self == .source ? "Swift source" : rawValue }
}

extension Verdict {
    /// The verb in a sentence about a level.
    var verb: String {
        switch self {
        case .safe: "does not break"
        case .risky: "may break"
        case .breaking: "breaks"
        }
    }

    /// The verdict in output for programs.
    var name: String {
        switch self {
        case .safe: "safe"
        case .risky: "risky"
        case .breaking: "breaking"
        }
    }
}
