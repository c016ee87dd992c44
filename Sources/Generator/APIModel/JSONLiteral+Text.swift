import ApusByteText
import ApusDiagnostics

extension JSONLiteral {
    /// The value as JSON text without white space (RFC 8259). Invisible characters are escaped.
    public var json: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .number(let digits): text += isJSONNumber(digits) ? digits : "0"
        case .string(let string): text += jsonQuoted(string)
        case .reference(let id): text += jsonQuoted("#/" + id.name)
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { text += "," }
                element.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += "," }
                text += jsonQuoted(member.name) + ":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }
}

/// Whether a text is a number in JSON's grammar (RFC 8259, section 6).
package func isJSONNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits(_ rest: inout Substring.UTF8View) -> Int {
        let count = rest.prefix(while: \.isASCIIDigit).count
        rest = rest.dropFirst(count)
        return count
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits(&rest)
    guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        guard digits(&rest) > 0 else { return false }
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        guard digits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
}
