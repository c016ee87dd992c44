import HTTPTypes

/// One part of a multipart body (RFC 2046, section 5.1; RFC 7578).
public struct MultipartPart: Sendable {
    public var headers: HTTPFields
    public var body: HTTPBody

    public init(headers: HTTPFields = [:], body: HTTPBody) {
        self.headers = headers
        self.body = body
    }

    /// Creates a part of a form.
    ///
    /// - Parameters:
    ///   - filename: The file name, or `nil` if the part is not a file.
    ///   - contentType: The part's media type, or `nil` for text.
    public init(
        name: String, filename: String? = nil, contentType: String? = nil, headers: HTTPFields = [:], body: HTTPBody
    ) {
        self.init(headers: headers, body: body)
        var disposition = "form-data; name=\"\(DispositionText.escaped(name))\""
        if let filename { disposition += "; filename=\"\(DispositionText.escaped(filename))\"" }
        self.headers[.contentDisposition] = disposition
        if let contentType { self.headers[.contentType] = contentType }
    }

    /// The `name` parameter of the `Content-Disposition` field.
    public var name: String? { dispositionParameter("name") }
    /// The `filename` parameter of the `Content-Disposition` field. `filename*` has precedence (RFC 6266, section 4.3).
    ///
    /// The sender chooses this name, so do not use it as a path unchecked.
    public var filename: String? { dispositionParameter("filename") }
    public var contentType: String? { headers[.contentType] }

    private func dispositionParameter(_ name: String) -> String? {
        guard let parameters = headers[.contentDisposition].map(HeaderParameters.init) else { return nil }
        return parameters.extended(name) ?? parameters[name].map(DispositionText.unescaped)
    }
}
