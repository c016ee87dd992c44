extension Report {
    /// The changes as Markdown for a comment on a pull request: a table, breaking changes first.
    package var markdown: String {
        if changes.isEmpty { return "No changes of the API.\n" }
        var lines = [
            "\(summary).", "", "| change | clients | servers | Swift source | old | new |",
            "| --- | --- | --- | --- | --- | --- |",
        ]
        for change in sorted {
            let verdicts = Level.allCases.map { level -> String in
                guard let reason = change.reason(for: level) else { return "" }
                return "\(change.verdict(for: level) == .breaking ? "**breaks**" : "may break"): \(Self.cell(reason))"
            }
            var message = "\(Self.cell(change.message)) (`\(change.code.id)`)"
            if let entry = change.acceptance {
                message += "<br>accepted until \(entry.until): \(Self.cell(entry.reason))"
            }
            let spots = [oldSpot(change), newSpot(change)].map { $0.map { "`\(Self.cell($0.text))`" } ?? "" }
            lines.append("| " + ([message] + verdicts + spots).joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Returns a text that stays in its cell.
    private static func cell(_ text: String) -> String {
        var result = ""
        for character in onOneLine(text) {
            switch character {
            case "|": result += "\\|"
            case "<": result += "&lt;"
            default: result.append(character)
            }
        }
        return result
    }
}
