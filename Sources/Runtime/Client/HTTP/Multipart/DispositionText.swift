/// Escapes names and file names in `Content-Disposition`.
///
/// Quotation marks and control characters are escaped so that a name cannot end its quoted string or its header field
/// (WHATWG HTML, "multipart/form-data encoding algorithm").
enum DispositionText {
    static func escaped(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            if scalar == "\\" {
                text += "\\\\"
            } else if isEscaped(scalar.value) {
                text += (scalar.value < 16 ? "%0" : "%") + String(scalar.value, radix: 16, uppercase: true)
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Returns the text that `escaped` was applied to.
    ///
    /// Backslashes are already unescaped with the quoted string. Other percent signs are kept, because senders do not
    /// escape them.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let digits = rest.prefix(2)
            if scalar == "%", digits.count == 2, let value = UInt8(String(digits), radix: 16), isEscaped(UInt32(value))
            {
                result.append(UnicodeScalar(value))
                rest = rest.dropFirst(2)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Returns whether a character is a quotation mark or a control character that a header field cannot contain.
    private static func isEscaped(_ scalar: UInt32) -> Bool {
        scalar == 0x22 || scalar == 0x7F || scalar < 0x20 && scalar != 0x09
    }
}
