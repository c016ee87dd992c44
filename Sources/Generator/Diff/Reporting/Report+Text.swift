import ApusDiagnostics

extension Report {
    /// The changes as text, breaking changes first.
    package var text: String {
        if changes.isEmpty { return "no changes\n" }
        return sorted.map(text).joined(separator: "\n") + "\n" + summary + "\n"
    }

    private func text(_ change: Change) -> String {
        var lines = ["\(change.code.id): \(onOneLine(change.message))"]
        for level in Level.allCases {
            guard let reason = change.reason(for: level) else { continue }
            lines.append("  \(change.verdict(for: level).verb) \(level.noun): \(onOneLine(reason))")
        }
        if let entry = change.acceptance {
            lines.append("  accepted until \(entry.until): \(onOneLine(entry.reason))")
        }
        if let spot = oldSpot(change) { lines.append("  old \(spot.text) #\(onOneLine(spot.pointer))") }
        if let spot = newSpot(change) { lines.append("  new \(spot.text) #\(onOneLine(spot.pointer))") }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// Returns a text of a description without control characters, which must not reach a terminal.
func onOneLine(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format: result.append("\u{FFFD}")
        default: result.append(scalar)
        }
    }
    return String(result)
}
