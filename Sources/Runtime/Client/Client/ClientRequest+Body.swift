import ApusModels
import HTTPTypes

// The request's body, in each media type that a request can have.
extension ClientRequest {
    /// Sets a JSON body. `nil` sets no body.
    public mutating func body<Value: JSONCodable>(
        json value: Value?, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let value else { return }
        check(body: value, references, constraints)
        attempt { request throws in try request.setContent(HTTPBody(JSON.encode(value)), contentType) }
    }

    /// Sets a JSON body that may be `null`. `absent` sets no body.
    public mutating func body<Value: JSONCodable>(
        json value: Presence<Value>, contentType: String = "application/json",
        references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        if value.isAbsent { return }
        if case .value(let value) = value { check(body: value, references, constraints) }
        attempt { request throws in try request.setContent(HTTPBody(JSON.encode(value)), contentType) }
    }

    /// Sets an `application/x-www-form-urlencoded` body from the members of an object. `nil` sets no body.
    ///
    /// - Parameters:
    ///   - style: The style of arrays and objects that `encoding` does not name. `nil` means the default of OpenAPI 3.1
    ///     ("Encoding Object"): one pair for each element of an array, JSON for objects.
    ///   - encoding: The Encoding Objects by the names of members, as JSON.
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

    /// Sets a `multipart/form-data` body (RFC 7578) from the members of an object. `nil` sets no body.
    ///
    /// - Parameters:
    ///   - style: The style of arrays and objects that `encoding` does not name. `nil` means the default of OpenAPI 3.1
    ///     ("Encoding Object"): one part for each element of an array, JSON for objects.
    ///   - encoding: The Encoding Objects by the names of members, as JSON.
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

    /// Sets a multipart body, such as `multipart/mixed`. `nil` sets no body.
    ///
    /// - Parameter contentType: The media type without a boundary.
    public mutating func body(parts: [MultipartPart]?, contentType: String) {
        guard let parts else { return }
        attempt { request throws in
            let writer = MultipartWriter()
            try request.setContent(writer.body(of: parts), "\(contentType); boundary=\(writer.boundary)")
        }
    }

    /// Sets a body of consecutive JSON values. `nil` sets no body.
    public mutating func body<Element: JSONCodable>(
        elements: JSONElements<Element>?, framing: JSONFraming, contentType: String
    ) {
        guard let elements else { return }
        for element in elements.elements ?? [] { check(body: element, [], nil) }
        attempt { request throws in try request.setContent(elements.body(framing), contentType) }
    }

    /// Sets a text body in UTF-8. `nil` sets no body.
    ///
    /// - Parameters:
    ///   - references: The models that `constraints` refers to.
    ///   - constraints: The JSON Schema of the text. If it has a `type`, the text may be a number or another scalar.
    public mutating func body(
        text: String?, contentType: String, references: [any JSONCodable.Type] = [], constraints: StaticString? = nil
    ) {
        guard let text else { return }
        if let constraints { contents.checks.append { text.textViolations(by: constraints, references: references) } }
        attempt { request throws in try request.setContent(HTTPBody(text), contentType) }
    }

    /// Sets a body of bytes in memory. `nil` sets no body.
    public mutating func body(bytes: [UInt8]?, contentType: String) {
        body(bytes: bytes.map { HTTPBody($0) }, contentType: contentType)
    }

    /// Sets a body of bytes that may be streamed. `nil` sets no body.
    ///
    /// - Parameter contentType: A media type, or a range such as `image/*`. For a range, the body's own content type is
    ///   sent.
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
            contents.checks.append {
                value.violations(by: constraints, references: references, name: "body", pointer: "")
            }
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
