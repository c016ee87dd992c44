internal import ApusDiagnostics

extension TreeBuilder {
    /// Reports bytes that are not UTF-8, or characters that YAML does not allow.
    mutating func reportEncodingProblem(_ problem: String, value: Int32, offset: Int) {
        var bad = min(offset, file.bytes.count)
        if problem.contains("trailing"), bad > 0 {
            // libyaml reports the invalid trailing byte, but the broken character starts earlier.
            repeat { bad -= 1 } while bad > 0 && file.bytes[bad] & 0xC0 == 0x80
        }
        let place = positions.place(of: bad..<min(bad + 1, file.bytes.count))
        if problem.contains("UTF-8") || problem.contains("Unicode") {
            let byte = bad < file.bytes.count ? " (byte 0x\(hexadecimal(Int(file.bytes[bad]))))" : ""
            diagnostics.error(
                .notUTF8, "the file is not UTF-8\(byte)", at: place, label: "this is not part of a UTF-8 character",
                help: "save the file as UTF-8")
        } else {
            diagnostics.error(
                .controlCharacter, "the control character U+\(hexadecimal(Int(value), width: 4)) is not allowed",
                at: place, help: "remove it, or write it as an escape in double quotes")
        }
    }

    /// Reports the problem at which libyaml stopped.
    mutating func reportSyntaxProblem(_ problem: String, at position: UInt32, context: String?, contextAt: UInt32) {
        let place = place(position, length: 1)
        if hasForeignIndentation || reportForeignIndentation(near: place.offset) { return }
        let character = place.offset < file.bytes.count ? file.bytes[place.offset] : nil
        var known = SyntaxProblem.find(problem, context: context, character: character)
        if problem.hasSuffix("cannot start any token"), let character, character > 0x20 {
            known.message = "a value cannot start with `\(Character(Unicode.Scalar(character)))`"
        }
        if known.pointsAtContext {
            diagnostics.error(
                known.code, known.message, at: self.place(contextAt, length: 1), label: known.label,
                help: known.help)
            return
        }
        var notes: [Diagnostic.Note] = []
        if let context, contextAt != position {
            // The context is a text such as "while parsing a block mapping".
            let construct = context.split(separator: " ").dropFirst(2).joined(separator: " ")
            notes.append(.init("\(construct) starts here", at: self.place(contextAt, length: 1)))
        }
        diagnostics.error(known.code, known.message, at: place, label: known.label, notes: notes, help: known.help)
    }
}

func hexadecimal(_ value: Int, width: Int = 2) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
