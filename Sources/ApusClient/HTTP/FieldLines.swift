import HTTPTypes

/// Header fields as an HTTP library for HTTP/1.1 takes and gives them.
public enum FieldLines {
    /// The fields of a request, with all `Cookie` fields as one.
    ///
    /// `HTTPFields` keeps each cookie in a field of its own. HTTP/1.1 allows a single `Cookie` field, with `; ` between
    /// its cookies (RFC 6265, section 5.4).
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

    /// The fields of a response in which a library has joined all fields of one name by commas.
    ///
    /// A list reads the same in one field as in several (RFC 9110, section 5.3), so only `Set-Cookie`, which is no list,
    /// is taken apart.
    public static func responseFields(name: HTTPField.Name, joined value: String) -> [HTTPField] {
        guard name == .setCookie else { return [HTTPField(name: name, value: value)] }
        return cookies(in: value).map { HTTPField(name: name, value: $0) }
    }

    /// Splits where a comma begins another cookie: before a name and an equals sign. A comma within a date has neither.
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
