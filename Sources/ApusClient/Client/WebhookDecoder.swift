import ApusModels
public import HTTPTypes

/// A request that an API sends (OpenAPI's webhooks and callbacks), with the type of its payload.
public struct WebhookDecoder<Payload: JSONCodable>: Sendable {
    /// The name in the API description.
    public let name: String
    /// The method in upper case.
    public let method: String

    public init(_ name: String, method: String = "POST") {
        self.name = name
        self.method = method
    }

    /// Decodes what was received.
    ///
    /// - Parameters:
    ///   - body: the request's body as it arrived, all of it.
    ///   - headers: the request's header fields, for `verify`.
    ///   - validates: whether the payload is checked by the rules of the API description.
    ///   - verify: checks, before anything is decoded, that the request comes from the API, such as by a signature in
    ///     a header field; it throws if not.
    /// - Throws: what `verify` throws, `JSONError`, or `ValidationError`.
    public func payload(
        of body: [UInt8], headers: HTTPFields = [:], validates: Bool = false,
        verify: (_ body: [UInt8], _ headers: HTTPFields) throws -> Void = { _, _ in }
    ) throws -> Payload {
        try verify(body, headers)
        let payload = try JSON.decode(Payload.self, from: body)
        if validates { try payload.validate() }
        return payload
    }
}
