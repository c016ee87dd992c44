import HTTPTypes

/// Converts between `HTTPFields` and the header fields of HTTP/1.1 libraries.
public enum FieldLines {
    /// Returns the header fields of a request, with all `Cookie` fields joined.
    ///
    /// `HTTPFields` stores each cookie in its own field. HTTP/1.1 allows a single `Cookie` field, whose cookies are
    /// separated by `; ` (RFC 6265, section 5.4).
    public static func requestFields(_ fields: HTTPFields) -> [HTTPField] {
        var lines: [HTTPField] = []
        var hasCookie = false
        for field in fields {
            if field.name != .cookie {
                lines.append(field)
            } else if !hasCookie, let value = fields[.cookie] {
                hasCookie = true
                lines.append(HTTPField(name: .cookie, value: value))
            }
        }
        return lines
    }

    /// Splits a response's field in which a library has joined all fields of one name by commas.
    ///
    /// Only `Set-Cookie` is split, because it is not a list. A list means the same in one field as in several (RFC
    /// 9110, section 5.3).
    public static func responseFields(name: HTTPField.Name, joined value: String) -> [HTTPField] {
        guard name == .setCookie else { return [HTTPField(name: name, value: value)] }
        return cookies(in: value).map { HTTPField(name: name, value: $0) }
    }

    /// Splits at each comma before a name and an equals sign. A comma within a date has neither after it.
    private static func cookies(in text: String) -> [String] {
        var cookies: [String] = []
        var start = text.startIndex
        for comma in text.indices where text[comma] == "," {
            let rest = text[text.index(after: comma)...].drop { $0 == " " || $0 == "\t" }
            guard let end = rest.firstIndex(where: { "=;, \t".contains($0) }), rest[end] == "=", end > rest.startIndex
            else { continue }
            cookies.append(String(text[start..<comma]))
            start = rest.startIndex
        }
        cookies.append(String(text[start...]))
        return cookies
    }
}
