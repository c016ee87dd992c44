import HTTPTypes

/// One part of a multipart body (RFC 2046, section 5.1; RFC 7578).
public struct MultipartPart: Sendable {
    public var headers: HTTPFields
    public var body: HTTPBody

    public init(headers: HTTPFields = [:], body: HTTPBody) {
        self.headers = headers
        self.body = body
    }

    /// A part of a form.
    ///
    /// - Parameters:
    ///   - filename: the name of the file that the part is; nil if it is none.
    ///   - contentType: the part's media type; nil for text.
    public init(
        name: String, filename: String? = nil, contentType: String? = nil, headers: HTTPFields = [:], body: HTTPBody
    ) {
        self.init(headers: headers, body: body)
        var disposition = "form-data; name=\"\(Self.escaped(name))\""
        if let filename { disposition += "; filename=\"\(Self.escaped(filename))\"" }
        self.headers[.contentDisposition] = disposition
        if let contentType { self.headers[.contentType] = contentType }
    }

    /// The `name` in the `Content-Disposition` field.
    public var name: String? { dispositionParameter("name") }
    /// The `filename` in the `Content-Disposition` field. It comes from the sender: not a path to write to as it is.
    public var filename: String? { dispositionParameter("filename") }
    public var contentType: String? { headers[.contentType] }

    /// Escapes as HTML forms do (WHATWG HTML, "multipart/form-data encoding algorithm"), so that a name cannot end its
    /// header field.
    private static func escaped(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\"": text += "%22"
            case "\r": text += "%0D"
            case "\n": text += "%0A"
            case "\0": text += "%00"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    private func dispositionParameter(_ name: String) -> String? {
        headers[.contentDisposition].flatMap { HeaderParameters($0)[name] }
    }
}

/// The parameters of a header field's value, such as `form-data; name="a"` (RFC 9110, section 5.6.6).
struct HeaderParameters {
    private var values: [String: String] = [:]

    init(_ text: String) {
        var rest = Substring(text).drop { $0 != ";" }
        while rest.first == ";" {
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let name = rest.prefix { $0 != "=" && $0 != ";" }
            rest = rest.dropFirst(name.count)
            guard rest.first == "=" else { continue }
            rest.removeFirst()
            var value = ""
            if rest.first == "\"" {
                rest.removeFirst()
                while let character = rest.popFirst(), character != "\"" {
                    value.append(character == "\\" && !rest.isEmpty ? rest.removeFirst() : character)
                }
                rest = rest.drop { $0 != ";" }
            } else {
                let token = rest.prefix { $0 != ";" }
                rest = rest.dropFirst(token.count)
                value = String(token.split(whereSeparator: \.isWhitespace).first ?? "")
            }
            let key = name.split(whereSeparator: \.isWhitespace).first?.lowercased() ?? ""
            if values[key] == nil { values[key] = value }
        }
    }

    subscript(name: String) -> String? { values[name] }
}
