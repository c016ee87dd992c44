import ApusDiagnostics

extension Report {
    /// The changes as one JSON object: `changes` in the order of the descriptions, and `fails`.
    ///
    /// A change has `code`, `message`, `old` and `new` with `file`, `line`, `column` and `pointer`, and for each of
    /// `clients`, `servers` and `source` a `verdict` (`safe`, `risky`, `breaking`) and its `reason`.
    package var json: String {
        JSONText.object([
            ("fails", .boolean(fails)), ("summary", .string(summary)), ("changes", .array(changes.map(json))),
        ]).rendered() + "\n"
    }

    private func json(_ change: Change) -> JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("code", .string(change.code.id)), ("message", .string(change.message)),
        ]
        if let spot = oldSpot(change) { members.append(("old", spot.json)) }
        if let spot = newSpot(change) { members.append(("new", spot.json)) }
        for level in Level.allCases {
            var verdict: [(key: String, value: JSONText)] = [("verdict", .string(change.verdict(for: level).name))]
            if let reason = change.reason(for: level) { verdict.append(("reason", .string(reason))) }
            members.append((level.rawValue, .object(verdict)))
        }
        if let entry = change.acceptance {
            members.append(
                ("accepted", .object([("reason", .string(entry.reason)), ("until", .string(entry.until))])))
        }
        return .object(members)
    }
}

extension Report.Spot {
    fileprivate var json: JSONText {
        .object([
            ("file", .string(file)), ("line", .integer(line)), ("column", .integer(column)),
            ("pointer", .string(pointer)),
        ])
    }
}
