public import HTTPTypes

/// Decodes a webhook or callback request with a multipart body.
public struct MultipartWebhookDecoder<Part: MultipartPartModel>: Sendable {
    /// The webhook's name in the API description.
    public let name: String
    /// The method in uppercase.
    public let method: String

    public init(_ name: String, method: String = "POST") {
        self.name = name
        self.method = method
    }

    /// Verifies a received request and returns its parts.
    ///
    /// - Parameters:
    ///   - body: The request's complete body, exactly as received.
    ///   - headers: The request's header fields, with `Content-Type`.
    ///   - validates: Whether the parts are validated against the API description.
    ///   - verify: Verifies that the API sent the request, for example by a signature in a header field, and throws if
    ///     not. It runs before anything is decoded.
    /// - Throws: The error of `verify`.
    public func parts(
        of body: [UInt8], headers: HTTPFields, validates: Bool = false,
        verify: (_ body: [UInt8], _ headers: HTTPFields) throws -> Void = { _, _ in }
    ) throws -> MultipartParts<Part> {
        try verify(body, headers)
        return parts(streaming: HTTPBody(body), headers: headers, validates: validates)
    }

    /// Returns the parts of a request while it is received. The caller has already verified that the API sent it.
    public func parts(
        streaming body: HTTPBody, headers: HTTPFields, validates: Bool = false
    ) -> MultipartParts<Part> {
        MultipartParts(body, contentType: headers[.contentType] ?? "", validates: validates)
    }
}
