public import HTTPTypes

/// A request that an API sends with a multipart body (OpenAPI's webhooks and callbacks), with the types of its parts.
public struct MultipartWebhookDecoder<Part: MultipartPartModel>: Sendable {
    /// The name in the API description.
    public let name: String
    /// The method in upper case.
    public let method: String

    public init(_ name: String, method: String = "POST") {
        self.name = name
        self.method = method
    }

    /// The parts of what was received.
    ///
    /// - Parameters:
    ///   - body: the request's body as it arrived, all of it.
    ///   - headers: the request's header fields, with its `Content-Type`.
    ///   - validates: whether the parts are checked by the rules of the API description.
    ///   - verify: checks, before anything is decoded, that the request comes from the API, such as by a signature in
    ///     a header field; it throws if not.
    /// - Throws: what `verify` throws.
    public func parts(
        of body: [UInt8], headers: HTTPFields, validates: Bool = false,
        verify: (_ body: [UInt8], _ headers: HTTPFields) throws -> Void = { _, _ in }
    ) throws -> MultipartParts<Part> {
        try verify(body, headers)
        return parts(streaming: HTTPBody(body), headers: headers, validates: validates)
    }

    /// The parts of what is being received, for those who know already that it comes from the API.
    public func parts(
        streaming body: HTTPBody, headers: HTTPFields, validates: Bool = false
    ) -> MultipartParts<Part> {
        MultipartParts(body, contentType: headers[.contentType] ?? "", validates: validates)
    }
}
