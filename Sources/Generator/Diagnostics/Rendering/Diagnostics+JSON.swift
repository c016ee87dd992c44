extension Diagnostics {
    /// The problems as a JSON array of objects with `code`, `severity` and `message`, and, where known, `file`, `line`,
    /// `column` (code points, starting at 1), `offset` and `length` (bytes), `label`, `notes` and `help`.
    public var json: String { JSONText.array(all.map(\.json)).rendered() + "\n" }
}

extension Diagnostic {
    fileprivate var json: JSONText {
        var members: [(key: String, value: JSONText)] = [
            ("code", .string(code.id)), ("severity", .string(severity.rawValue)), ("message", .string(message)),
        ]
        if let place { members += place.json }
        if let label { members.append(("label", .string(label))) }
        if !notes.isEmpty {
            let notes = notes.map { JSONText.object([("message", .string($0.message))] + ($0.place?.json ?? [])) }
            members.append(("notes", .array(notes)))
        }
        if let help { members.append(("help", .string(help))) }
        return .object(members)
    }
}

extension Place {
    fileprivate var json: [(key: String, value: JSONText)] {
        [
            ("file", .string(file)), ("line", .integer(line)), ("column", .integer(column)),
            ("offset", .integer(offset)), ("length", .integer(length)),
        ]
    }
}
