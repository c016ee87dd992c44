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
        var disposition = "form-data; name=\"\(DispositionText.escaped(name))\""
        if let filename { disposition += "; filename=\"\(DispositionText.escaped(filename))\"" }
        self.headers[.contentDisposition] = disposition
        if let contentType { self.headers[.contentType] = contentType }
    }

    /// The `name` in the `Content-Disposition` field.
    public var name: String? { dispositionParameter("name") }
    /// The `filename` in the `Content-Disposition` field, or the `filename*`, which has precedence (RFC 6266, section
    /// 4.3). It comes from the sender: not a path to write to as it is.
    public var filename: String? { dispositionParameter("filename") }
    public var contentType: String? { headers[.contentType] }

    private func dispositionParameter(_ name: String) -> String? {
        guard let parameters = headers[.contentDisposition].map(HeaderParameters.init) else { return nil }
        return parameters.extended(name) ?? parameters[name].map(DispositionText.unescaped)
    }
}
