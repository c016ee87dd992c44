extension Diagnostics {
    /// Returns the problems for a terminal: messages, source lines with carets, notes and help.
    ///
    /// A warning or note that occurs at several places is shown once, with a list of the other places, because a large
    /// description may have hundreds of them. Each error is shown separately.
    ///
    /// - Parameters:
    ///   - isColored: Whether to add ANSI escapes for colors.
    ///   - listsAllPlaces: Whether a list of places is complete, rather than its first three.
    ///   - sources: Returns the files of the places. Problems in a missing file are shown without source lines.
    public func text(isColored: Bool = false, listsAllPlaces: Bool = false, sources: SourceLookup) -> String {
        var shown: [(diagnostic: Diagnostic, otherPlaces: [Place])] = []
        var indices: [Statement: Int] = [:]
        for diagnostic in all {
            if diagnostic.severity != .error, let place = diagnostic.place {
                let statement = Statement(diagnostic)
                if let index = indices[statement] {
                    shown[index].otherPlaces.append(place)
                    continue
                }
                indices[statement] = shown.count
            }
            shown.append((diagnostic, []))
        }
        return shown.map { diagnostic, places in
            let limit = listsAllPlaces ? places.count : 3
            return diagnostic.text(repeatedAt: places, limit: limit, isColored: isColored, sources: sources)
        }.joined(separator: "\n")
    }
}

/// The content of a diagnostic without its place.
private struct Statement: Hashable {
    let code: DiagnosticCode
    let severity: Severity
    let message: String
    let help: String?

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        severity = diagnostic.severity
        message = diagnostic.message
        help = diagnostic.help
    }
}

extension Diagnostic {
    /// Returns the problem for a terminal. The text ends in a line break.
    public func text(isColored: Bool = false, sources: SourceLookup) -> String {
        text(repeatedAt: [], limit: 0, isColored: isColored, sources: sources)
    }

    fileprivate func text(
        repeatedAt places: [Place], limit: Int, isColored: Bool, sources: SourceLookup
    ) -> String {
        let style = isColored ? TerminalStyle.colored : .plain
        let excerpt = place.flatMap { place in sources(place.file).map { Excerpt(of: place, in: $0) } }
        let width = String(max(place?.line ?? 0, notes.compactMap(\.place?.line).max() ?? 0)).utf8.count
        let gutter = String(repeating: " ", count: width)

        var lines = [
            style.severity("\(severity.rawValue)[\(code.id)]", severity) + style.bold(": \(printable(message))")
        ]
        if let place { lines.append(location(place, gutter: gutter, style)) }
        if let excerpt {
            let bar = style.faint("\(gutter) |")
            lines.append(bar)
            for line in excerpt.lines {
                let number = String(line.number)
                let padding = String(repeating: " ", count: max(0, width - number.utf8.count))
                lines.append(style.faint("\(padding)\(number) |") + (line.text.isEmpty ? "" : " \(line.text)"))
            }
            let carets = String(repeating: "^", count: excerpt.caretWidth)
            let label = label.map { " " + printable($0) } ?? ""
            let indent = String(repeating: " ", count: excerpt.caretIndent)
            lines.append("\(bar) \(indent)\(style.severity(carets + label, severity))")
            if !notes.isEmpty || help != nil { lines.append(bar) }
        }
        for note in notes {
            lines.append(style.severity("note", .note) + ": \(printable(note.message))")
            if let place = note.place { lines.append(location(place, gutter: gutter, style)) }
        }
        if let help { lines.append(style.help("help") + ": \(printable(help))") }
        if !places.isEmpty { lines.append(style.severity("note", .note) + ": \(repetition(at: places, limit: limit))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func repetition(at places: [Place], limit: Int) -> String {
        let listed = places.prefix(limit).map { place in
            (place.file == self.place?.file ? "" : printable(place.file) + ":") + "\(place.line):\(place.column)"
        }
        let rest = places.count - listed.count
        let more = rest == 0 ? "" : " and in \(rest) more place\(rest == 1 ? "" : "s")"
        return "the same at \(listed.joined(separator: ", "))\(more)"
    }

    private func location(_ place: Place, gutter: String, _ style: TerminalStyle) -> String {
        "\(gutter)\(style.faint("-->")) \(printable(place.file)):\(place.line):\(place.column)"
    }
}
