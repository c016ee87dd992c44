import ApusClient
import ApusModels
import HTTPTypes

/// Sends the webhooks and callbacks of an API to their receivers.
///
/// ```swift
/// let sender = WebhookSender(transport: URLSessionTransport()) { body in [signature: sign(body)] }
/// try await sender.send(ClinicWebhooks.visitAdded, visit, to: subscription.url)
/// ```
public struct WebhookSender: Sendable {
    private let transport: any ClientTransport
    private let sign: @Sendable (_ body: [UInt8]) async throws -> HTTPFields
    /// The time to wait for the rest of an answer whose status is known.
    package var maximumAnswerTime = Duration.seconds(5)

    /// - Parameter sign: Returns header fields for a body exactly as it is sent, such as a signature.
    public init(
        transport: any ClientTransport,
        sign: @escaping @Sendable (_ body: [UInt8]) async throws -> HTTPFields = { _ in [:] }
    ) {
        self.transport = transport
        self.sign = sign
    }

    /// Sends a webhook with a JSON payload, and returns when it has been received.
    ///
    /// - Parameter url: The receiver's URL. Check it first, because a receiver could name a machine in your own
    ///   network.
    /// - Throws: ``WebhookError`` for a status other than 2xx, `ValidationError` for a payload that breaks a rule of the
    ///   description, `RequestError` for a URL that is not `http` or `https`, or the error of the transport.
    public func send<Payload>(
        _ webhook: WebhookDecoder<Payload>, _ payload: Payload, to url: String, headers: HTTPFields = [:]
    ) async throws {
        try payload.validate()
        let body = try JSON.encode(payload)
        let end = url.firstRange(of: "://").flatMap { url[$0.upperBound...].firstIndex { "/?#".contains($0) } }
        let baseURL = try ServerURL.parse(String(url[..<(end ?? url.endIndex)]))
        let path = end.map { url[$0...].prefix { $0 != "#" } } ?? ""
        var fields = headers
        for field in try await sign(body) { fields[field.name] = field.value }
        fields[.contentType] = "application/json"
        guard let method = HTTPRequest.Method(webhook.method) else { throw RequestError.invalidMethod(webhook.method) }
        let request = HTTPRequest(
            method: method, scheme: nil, authority: nil, path: path.hasPrefix("/") ? String(path) : "/" + path,
            headerFields: fields)
        let (response, answer) = try await transport.send(
            request, body: HTTPBody(body), baseURL: baseURL, operationID: webhook.name)
        // The response's body has no meaning, but a connection is reused only after the body's end. A receiver that never
        // ends it must not hold the sender.
        _ = try? await Timeout.run((maximumAnswerTime, CancellationError())) {
            try await answer?.collect(upTo: 64 << 10)
        }
        if response.status.kind != .successful { throw WebhookError(status: response.status.code) }
    }
}

/// The error for a webhook that its receiver did not accept.
public struct WebhookError: Error, Hashable, Sendable, CustomStringConvertible {
    public var status: Int

    public init(status: Int) { self.status = status }

    public var description: String { "the receiver of the webhook has answered with the status \(status)" }
}
