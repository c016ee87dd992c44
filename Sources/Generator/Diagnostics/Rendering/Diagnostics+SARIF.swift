import ApusByteText

extension Diagnostics {
    /// Returns the problems as a SARIF 2.1.0 log, the input format of code scanning services.
    ///
    /// - Parameters:
    ///   - version: The version of the tool.
    ///   - sources: Returns the files of the places. A range in a missing file has no end.
    public func sarif(version: String, sources: SourceLookup) -> String {
        let codes = Set(all.map(\.code)).sorted { $0.id < $1.id }
        let results = all.map { $0.sarif(rules: codes, sources) }
        let driver = JSONText.object([
            ("name", .string("apus")), ("version", .string(version)), ("rules", .array(codes.map(\.sarif))),
        ])
        let run = JSONText.object([
            ("tool", .object([("driver", driver)])),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(results)),
        ])
        return JSONText.object([
            ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")), ("version", .string("2.1.0")),
            ("runs", .array([run])),
        ]).rendered() + "\n"
    }
}

extension DiagnosticCode {
    fileprivate var sarif: JSONText {
        .object([
            ("id", .string(id)), ("shortDescription", sarifMessage(title)),
            ("fullDescription", sarifMessage(explanation)),
        ])
    }
}

extension Diagnostic {
    fileprivate func sarif(rules: [DiagnosticCode], _ sources: SourceLookup) -> JSONText {
        var members: [(key: String, value: JSONText)] = [("ruleId", .string(code.id))]
        if let index = rules.firstIndex(of: code) { members.append(("ruleIndex", .integer(index))) }
        members.append(("level", .string(severity.rawValue)))
        let details = [label, help.map { "Help: \($0)" }].compactMap { $0 }
        members.append(("message", sarifMessage(([self.message] + details).joined(separator: "\n"))))
        if let place {
            members.append(("locations", .array([.object([place.sarif(sources)])])))
        }
        let related = notes.filter { $0.place != nil }.enumerated().map { number, note in
            JSONText.object(
                [("id", .integer(number)), ("message", sarifMessage(note.message))]
                    + (note.place.map { [$0.sarif(sources)] } ?? []))
        }
        if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
        return .object(members)
    }
}

private func sarifMessage(_ text: String) -> JSONText { .object([("text", .string(text))]) }

extension Place {
    fileprivate func sarif(_ sources: SourceLookup) -> (key: String, value: JSONText) {
        var region: [(key: String, value: JSONText)] = [
            ("startLine", .integer(line)), ("startColumn", .integer(column)),
        ]
        if let bytes = sources(file), offset >= 0, length >= 0, offset + length <= bytes.count {
            let end = end(in: bytes)
            region += [("endLine", .integer(end.line)), ("endColumn", .integer(end.column))]
        }
        return (
            "physicalLocation",
            .object([
                ("artifactLocation", .object([("uri", .string(uriReference(file)))])), ("region", .object(region)),
            ])
        )
    }

    /// Returns the position behind the last character.
    private func end(in bytes: [UInt8]) -> (line: Int, column: Int) {
        var end = (line: line, column: column)
        for byte in bytes[offset..<offset + length] {
            if byte == 0x0A {
                end = (end.line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                end.column += 1
            }
        }
        return end
    }

}

/// Converts a path to a URI reference (RFC 3986) by percent-encoding all but unreserved characters and slashes.
package func uriReference(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
        if byte.isASCIILetter || byte.isASCIIDigit || "-._~/".utf8.contains(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.utf8.count < 2 ? "0" : "") + digits
        }
    }
    return result
}
