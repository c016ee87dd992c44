public import ApusDiagnostics

/// A break that was accepted up to a date.
public struct AcceptedBreak: Sendable {
    public var code: String
    /// The JSON Pointer of the changed part, after `#` and an optional file.
    public var target: String
    public var reason: String
    /// The last day, such as `2026-12-31`.
    public var until: String
    public var place: Place

    public init(code: String, target: String, reason: String, until: String, place: Place) {
        self.code = code
        self.target = target
        self.reason = reason
        self.until = until
        self.place = place
    }

    /// Whether the date has not passed on a day such as 20261231.
    func isValid(on day: Int) -> Bool { Int(until.filter { $0 != "-" }).map { $0 >= day } ?? false }

    func matches(_ change: Change) -> Bool {
        if change.code.id != code { return false }
        let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return false }
        return [change.old, change.new].contains { origin in
            guard let origin, origin.pointer == parts[1] else { return false }
            return parts[0].isEmpty || origin.filePath == parts[0] || origin.filePath.hasSuffix("/" + parts[0])
        }
    }
}

/// Marks the accepted breaks, and warns about entries that are unused or expired.
package func accept(
    _ breaks: [AcceptedBreak], in changes: inout [Change], on day: Int, into diagnostics: inout Diagnostics
) {
    for entry in breaks {
        let matches = changes.indices.filter { changes[$0].worst != .safe && entry.matches(changes[$0]) }
        if matches.isEmpty {
            diagnostics.warning(
                .unusedAcceptance, "no break `\(entry.code)` is at `\(entry.target)`", at: entry.place,
                help: "remove the entry")
        } else if !entry.isValid(on: day) {
            diagnostics.warning(
                .expiredAcceptance, "the break `\(entry.code)` at `\(entry.target)` was accepted until \(entry.until)",
                at: entry.place)
        } else {
            for index in matches { changes[index].acceptance = entry }
        }
    }
}
