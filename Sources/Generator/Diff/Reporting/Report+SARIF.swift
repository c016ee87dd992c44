import ApusDiagnostics

extension Report {
    /// The changes as a SARIF 2.1.0 log. The place is the new description's, and the old one is related to it.
    package func sarif(version: String) -> String {
        let codes = ChangeCode.all.filter { code in changes.contains { $0.code == code } }
        let driver = JSONText.object([
            ("name", .string("apus diff")), ("version", .string(version)),
            (
                "rules",
                .array(
                    codes.map { .object([("id", .string($0.id)), ("shortDescription", Self.message($0.title))]) })
            ),
        ])
        let run = JSONText.object([
            ("tool", .object([("driver", driver)])), ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(sorted.map { result($0, codes) })),
        ])
        return JSONText.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ]).rendered() + "\n"
    }

    private func result(_ change: Change, _ codes: [ChangeCode]) -> JSONText {
        let reasons = Level.allCases.compactMap { level in
            change.reason(for: level).map { "\(change.verdict(for: level).verb) \(level.noun): \($0)" }
        }
        let level = fails(change) ? "error" : change.worst == .safe ? "note" : "warning"
        var members: [(key: String, value: JSONText)] = [
            ("ruleId", .string(change.code.id)), ("ruleIndex", .integer(codes.firstIndex(of: change.code) ?? 0)),
            ("level", .string(level)), ("message", Self.message(([change.message] + reasons).joined(separator: "\n"))),
        ]
        let spots = [newSpot(change), oldSpot(change)].compactMap { $0 }
        if let first = spots.first { members.append(("locations", .array([.object([first.sarif])]))) }
        if spots.count > 1 {
            members.append(
                (
                    "relatedLocations",
                    .array([
                        .object([("id", .integer(0)), ("message", Self.message("the old description")), spots[1].sarif])
                    ])
                ))
        }
        if let entry = change.acceptance {
            members.append(
                (
                    "suppressions",
                    .array([.object([("kind", .string("external")), ("justification", .string(entry.reason))])])
                ))
        }
        return .object(members)
    }

    private static func message(_ text: String) -> JSONText { .object([("text", .string(text))]) }
}

extension Report.Spot {
    fileprivate var sarif: (key: String, value: JSONText) {
        (
            "physicalLocation",
            .object([
                ("artifactLocation", .object([("uri", .string(uriReference(file)))])),
                ("region", .object([("startLine", .integer(line)), ("startColumn", .integer(column))])),
            ])
        )
    }
}
