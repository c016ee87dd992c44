internal import ApusDiagnostics

// Reports plain keys that are not strings, or that begin with a space that YAML does not recognize.
extension TreeBuilder {
    mutating func checkPlainKey(_ scalar: Scalar, _ bytes: UnsafeRawBufferPointer) {
        if scalar.kind == .null || scalar.kind == .boolean {
            let name = String(decoding: bytes, as: UTF8.self)
            diagnostics.warning(
                .keyNotText, "the key `\(name)` is used as a string, but YAML 1.2 reads it as \(scalar.kind.phrase)",
                at: place(of: scalar), help: "write `\"\(name)\"` to make the key a string")
        } else if bytes.count > 1, bytes[0] >= 0xC2 {
            reportForeignSpace(at: place(of: scalar).offset)
        }
    }

    /// Reports a foreign space in the indentation of the line at an offset, or of the previous line.
    ///
    /// - Returns: Whether there is one.
    mutating func reportForeignIndentation(near offset: Int) -> Bool {
        let bytes = file.bytes
        var start = min(offset, bytes.count)
        for _ in 0..<2 {
            while start > 0, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
            let text = bytes[start...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
            if reportForeignSpace(at: text) { return true }
            if start > 0 { start -= 1 }
        }
        return false
    }

    @discardableResult
    private mutating func reportForeignSpace(at offset: Int) -> Bool {
        guard offset < file.bytes.count, file.bytes[offset] >= 0xC2,
            let character = String(decoding: file.bytes[offset...].prefix(4), as: UTF8.self).unicodeScalars.first,
            character.properties.generalCategory == .spaceSeparator || character == "\u{200B}"
        else { return false }
        let code = "U+" + hexadecimal(Int(character.value), width: 4)
        diagnostics.error(
            .foreignIndentation,
            "\(character == "\u{A0}" ? "a no-break space" : "a space") (\(code)) is used for indentation",
            at: positions.place(of: offset..<offset + UTF8.width(character)), label: "YAML reads this as text",
            help: "indent with plain spaces")
        hasForeignIndentation = true
        return true
    }
}
