extension Diagnostics {
    /// The problems in the one-line form of compilers, which Xcode and other editors recognize: `file:line:column:
    /// error: message [E0214]`. Notes with a place have lines of their own.
    public var lines: String { all.map(\.lines).joined() }
}

extension Diagnostic {
    /// The problem in the one-line form of compilers. Each line ends in a line break.
    public var lines: String {
        var text = line(severity.rawValue, "\(printable(message)) [\(code.id)]", at: place)
        for note in notes where note.place != nil {
            text += line(Severity.note.rawValue, printable(note.message), at: note.place)
        }
        return text
    }

    private func line(_ kind: String, _ message: String, at place: Place?) -> String {
        guard let place else { return "\(kind): \(message)\n" }
        return "\(printable(place.file)):\(place.line):\(place.column): \(kind): \(message)\n"
    }
}
