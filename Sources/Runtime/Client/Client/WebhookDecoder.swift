import ApusModels
public import HTTPTypes

/// Decodes a webhook or callback request.
///
/// ```swift
/// let session = try ExampleWebhooks.sessionCreated.payload(of: body, headers: headers) { body, headers in
///     try signatures.verify(body, headers)
/// }
/// ```
public struct WebhookDecoder<Payload: JSONCodable>: Sendable {
    /// The webhook's name in the API description.
    public let name: String
    /// The method in uppercase.
    public let method: String

    public init(_ name: String, method: String = "POST") {
        self.name = name
        self.method = method
    }

    /// Verifies a received request and decodes its payload.
    ///
    /// - Parameters:
    ///   - body: The request's complete body, exactly as received.
    ///   - headers: The request's header fields, for `verify`.
    ///   - validates: Whether the payload is validated against the API description.
    ///   - verify: Verifies that the API sent the request, for example by a signature in a header field, and throws if
    ///     not. It runs before anything is decoded.
    /// - Throws: The error of `verify`, `JSONError` or `ValidationError`.
    public func payload(
        of body: [UInt8], headers: HTTPFields = [:], validates: Bool = false,
        verify: (_ body: [UInt8], _ headers: HTTPFields) throws -> Void = { _, _ in }
    ) throws -> Payload {
        try verify(body, headers)
        let payload = try JSON.decode(Payload.self, from: body.withoutByteOrderMark)
        if validates { try payload.validate() }
        return payload
    }
}
