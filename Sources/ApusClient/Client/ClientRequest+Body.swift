import ApusModels
import HTTPTypes

// The body, in one of the media types that a request can have.
extension ClientRequest {
    /// Sets a body in JSON. There is none for `nil`.
    public mutating func body<Value: JSONCodable>(
        json value: Value?, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(body: value, references, constraints)
        attempt { request throws in try request.setContent(HTTPBody(JSON.encode(value)), contentType) }
    }

    /// Sets a body in JSON that may be `null`. There is none for `absent`.
    public mutating func body<Value: JSONCodable>(
        json value: Presence<Value>, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        if value.isAbsent { return }
        if case .value(let value) = value { check(body: value, references, constraints) }
        attempt { request throws in try request.setContent(HTTPBody(JSON.encode(value)), contentType) }
    }

    /// Sets a body of pairs of names and values, from the members of an object (`application/x-www-form-urlencoded`).
    /// There is none for `nil`.
    ///
    /// - Parameters:
    ///   - style: how arrays and objects are spelled that `encoding` does not name; nil for the default of OpenAPI 3.1
    ///     (section "Encoding Object"): an array as one pair an element, objects as JSON.
    ///   - encoding: Encoding Objects by the names of members, as JSON.
    public mutating func body<Value: JSONCodable>(
        form value: Value?, contentType: String = "application/x-www-form-urlencoded", style: ParameterStyle? = nil,
        encoding: StaticString? = nil, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(body: value, references, constraints)
        attempt { request throws in
            let form = FormEncoder(encodings: try MemberEncodings(encoding, style: style))
            try request.setContent(HTTPBody(form.text(of: JSONValue(encoding: value))), contentType)
        }
    }

    /// Sets a body of parts, from the members of an object (`multipart/form-data`, RFC 7578). There is none for `nil`.
    ///
    /// - Parameters:
    ///   - style: how arrays and objects are spelled that `encoding` does not name; nil for the default of OpenAPI 3.1
    ///     (section "Encoding Object"): an array as one part an element, objects as JSON.
    ///   - encoding: Encoding Objects by the names of members, as JSON.
    public mutating func body<Value: JSONCodable>(
        multipart value: Value?, contentType: String = "multipart/form-data", style: ParameterStyle? = nil,
        encoding: StaticString? = nil, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(body: value, references, constraints)
        attempt { request throws in
            let encoder = MultipartEncoder(encodings: try MemberEncodings(encoding, style: style))
            request.body(parts: try encoder.parts(of: value), contentType: contentType)
        }
    }

    /// Sets a body of parts, such as `multipart/mixed`. There is none for `nil`.
    ///
    /// - Parameter contentType: the media type, without a boundary.
    public mutating func body(parts: [MultipartPart]?, contentType: String) {
        guard let parts else { return }
        attempt { request throws in
            let writer = MultipartWriter()
            try request.setContent(writer.body(of: parts), "\(contentType); boundary=\(writer.boundary)")
        }
    }

    /// Sets a body of JSON values one after the other. There is none for `nil`.
    public mutating func body<Element: JSONCodable>(
        elements: JSONElements<Element>?, framing: JSONFraming, contentType: String
    ) {
        guard let elements else { return }
        for element in elements.elements ?? [] { check(body: element, [], nil) }
        attempt { request throws in try request.setContent(elements.body(framing), contentType) }
    }

    /// Sets a body of text, in UTF-8. There is none for `nil`.
    public mutating func body(text: String?, contentType: String) {
        guard let text else { return }
        attempt { request throws in try request.setContent(HTTPBody(text), contentType) }
    }

    /// Sets a body of bytes in memory. There is none for `nil`.
    public mutating func body(bytes: [UInt8]?, contentType: String) {
        body(bytes: bytes.map { HTTPBody($0) }, contentType: contentType)
    }

    /// Sets a body of bytes that may be streamed. There is none for `nil`.
    ///
    /// - Parameter contentType: a media type, or a range such as `image/*`, of which the body then gives a type.
    public mutating func body(bytes: HTTPBody?, contentType: String) {
        guard let bytes else { return }
        attempt { request throws in
            guard contentType.contains("*"), let range = MediaType(contentType) else {
                return try request.setContent(bytes, contentType)
            }
            let own = bytes.contentType ?? "application/octet-stream"
            guard let type = MediaType(own), range.includes(type) else {
                throw RequestError.unexpectedContentType(own, expected: contentType)
            }
            try request.setContent(bytes, own)
        }
    }

    private mutating func check(
        body value: some JSONCodable, _ references: [any JSONCodable.Type], _ constraints: StaticString?
    ) {
        if let constraints {
            contents.checks.append { value.violations(by: constraints, references: references, name: "body", pointer: "") }
        } else {
            contents.checks.append { value.violations() }
        }
    }

    mutating func setContent(_ body: HTTPBody, _ contentType: String) throws {
        guard HTTPField.isValidValue(contentType) else {
            throw ParameterError.invalidHeaderField(name: "Content-Type")
        }
        contents.body = body
        contents.headerFields[.contentType] = contentType
    }
}
