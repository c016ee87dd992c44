import ApusModels
import HTTPTypes

/// The header fields of an API's responses as typed properties. The generator emits one conforming type for each
/// client.
public protocol ResponseHeaders: Sendable {
    init(_ values: HeaderValues)
}

extension ClientResponse {
    /// Returns the header fields with the types that the API description gives them.
    ///
    /// ```swift
    /// let limit = try response.headers(as: ExampleHeaders.self).rateLimit
    /// ```
    public func headers<Headers: ResponseHeaders>(as type: Headers.Type = Headers.self) -> Headers {
        Headers(HeaderValues(headers))
    }
}

/// Header fields whose values are decoded on access.
public struct HeaderValues: Sendable {
    public let fields: HTTPFields

    public init(_ fields: HTTPFields) { self.fields = fields }

    /// Returns the value of a header field in style `simple` or as JSON, or `nil` if the field is absent.
    ///
    /// - Parameter explode: Whether an object's members are written `a=1,b=2` rather than `a,1,b,2`.
    /// - Throws: ``HeaderError`` if the text cannot be decoded as the type.
    public func value<Value: JSONCodable>(
        _ name: String, as type: Value.Type = Value.self, explode: Bool = false
    ) throws(HeaderError) -> Value? {
        guard let field = HTTPField.Name(name), let text = fields[field] else { return nil }
        for form in SimpleText(text).forms(explode: explode) {
            if let value = try? form.decode(as: type) { return value }
        }
        throw HeaderError(name: name, text: text, expected: "\(type)")
    }
}

/// The error for a header field whose value does not have the described type.
public struct HeaderError: Error, Hashable, Sendable, CustomStringConvertible {
    public var name: String
    public var text: String
    /// The expected Swift type.
    public var expected: String

    public init(name: String, text: String, expected: String) {
        self.name = name
        self.text = text
        self.expected = expected
    }

    public var description: String { "the header field `\(name)` must be \(expected), but is `\(text)`" }
}

/// A text in OpenAPI's style `simple`, which does not show the type of its value.
private struct SimpleText {
    var text: String

    init(_ text: String) { self.text = text }

    /// Returns the values that the text may represent, the most likely first.
    func forms(explode: Bool) -> [JSONValue] {
        let elements =
            text.isEmpty ? [] : text.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
        var forms: [JSONValue] = [.string(text), json(text) ?? .string(text)]
        forms.append(.array(elements.map { .string($0) }))
        forms.append(.array(elements.map { json($0) ?? .string($0) }))
        let pairs: [(String, String)]
        if explode {
            pairs = elements.map { element in
                let parts = element.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
            }
        } else {
            pairs = stride(from: 0, to: elements.count - 1, by: 2).map { (elements[$0], elements[$0 + 1]) }
        }
        forms.append(.object(JSONObject(pairs.map { ($0.0, .string($0.1)) })))
        forms.append(.object(JSONObject(pairs.map { ($0.0, json($0.1) ?? .string($0.1)) })))
        return forms
    }

    private func json(_ text: String) -> JSONValue? { try? JSON.decode(from: Array(text.utf8)) }

    private func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
