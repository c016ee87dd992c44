/// A name, or the name of a file, as it is written into `Content-Disposition`.
///
/// Escapes as HTML forms do (WHATWG HTML, "multipart/form-data encoding algorithm") and other control characters the same
/// way, so that a name cannot end its quotes or its header field.
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

    /// What `escaped` was made of; the backslashes are left to whoever reads quotes. A percent sign that begins no such
    /// escape is one, since senders do not escape it.
    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        var result = String.UnicodeScalarView()
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            let digits = rest.prefix(2)
            if scalar == "%", digits.count == 2, let value = UInt8(String(digits), radix: 16), isEscaped(UInt32(value)) {
                result.append(UnicodeScalar(value))
                rest = rest.dropFirst(2)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether it is a quote, or a control character that a header field cannot hold.
    private static func isEscaped(_ scalar: UInt32) -> Bool {
        scalar == 0x22 || scalar == 0x7F || scalar < 0x20 && scalar != 0x09
    }
}
