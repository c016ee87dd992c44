/// A text in the quotes of JSON (RFC 8259, section 7), on one line wherever it is shown.
///
/// JSON asks for escapes of quotes, backslashes and the control characters of ASCII. Escaped too is what moves a
/// terminal's cursor or ends a line without being one of these: delete, the control characters of ISO 8859-1, and the
/// separators of lines and paragraphs.
package func jsonQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{2029}":
            let digits = String(scalar.value, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + "\""
}
