/// The parameters of a header field's value, such as `form-data; name="a"` (RFC 9110, section 5.6.6).
struct HeaderParameters {
    private var values: [String: String] = [:]

    /// Unicode scalars, because a quotation mark must be found even if a combining character follows it.
    private typealias Text = Substring.UnicodeScalarView

    init(_ text: String) {
        var rest = text.unicodeScalars.drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst()
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest[name.endIndex...]
            guard rest.first == "=" else { continue }
            rest = rest.dropFirst().drop(while: Self.isSpace)
            let value = rest.first == "\"" ? Self.quoted(&rest) : Self.token(&rest)
            rest = rest.drop { $0 != ";" }
            let key = String(Self.trimmed(name)).lowercased()
            if values[key] == nil { values[key] = value }
        }
    }

    subscript(name: String) -> String? { values[name] }

    /// Returns the value of an extended parameter (RFC 8187), such as `filename*=UTF-8''na%C3%AFve`.
    func extended(_ name: String) -> String? { values[name + "*"].flatMap(Self.decoded) }

    /// Returns a quoted string without quotation marks and escapes.
    ///
    /// A backslash escapes only quotation marks and backslashes. Browsers send file names with other backslashes.
    private static func quoted(_ rest: inout Text) -> String {
        rest.removeFirst()
        var value = String.UnicodeScalarView()
        while let scalar = rest.popFirst(), scalar != "\"" {
            if scalar == "\\", let next = rest.first, next == "\"" || next == "\\" {
                rest.removeFirst()
                value.append(next)
            } else {
                value.append(scalar)
            }
        }
        return String(value)
    }

    private static func token(_ rest: inout Text) -> String {
        let token = rest.prefix { $0 != ";" }
        rest = rest[token.endIndex...]
        return String(trimmed(token))
    }

    private static func isSpace(_ scalar: UnicodeScalar) -> Bool { scalar == " " || scalar == "\t" }

    private static func trimmed(_ text: Text) -> Text {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text.removeLast() }
        return text
    }

    /// Decodes an `ext-value` (RFC 8187, section 3.2.1): a charset, a language and percent-encoded bytes.
    ///
    /// Returns `nil` if the text is invalid, or its charset is neither UTF-8 nor ISO-8859-1.
    private static func decoded(_ text: String) -> String? {
        let pieces = text.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
        guard pieces.count == 3 else { return nil }
        var bytes: [UInt8] = []
        var rest = pieces[2].utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(Substring(rest.prefix(2))), radix: 16) else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        switch pieces[0].lowercased() {
        case "utf-8": return String(validating: bytes, as: UTF8.self)
        case "iso-8859-1": return String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))
        default: return nil
        }
    }
}
