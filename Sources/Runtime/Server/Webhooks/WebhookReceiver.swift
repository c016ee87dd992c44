import ApusClient
import ApusModels
import HTTPTypes

/// Receives the webhooks and callbacks of an API: a server with a handler for each.
///
/// ```swift
/// var receiver = WebhookReceiver { body, headers in
///     guard isSignature(headers[signature], of: body) else { throw AuthenticationError.unauthorized }
/// }
/// receiver.on(ClinicWebhooks.visitAdded, at: "/hooks/clinic") { visit in await store.add(visit) }
/// try receiver.register(on: HummingbirdTransport(router))
/// ```
///
/// The description does not say where webhooks are sent, so each one has a path here. Several webhooks may have the
/// same path if header fields distinguish them. A handled request is answered with the status 204. Requests are refused
/// as by any generated server.
public struct WebhookReceiver: Sendable {
    private struct Entry: Sendable {
        let name: String
        let method: String
        let path: String
        let header: (name: HTTPField.Name, value: String)?
        let handle: @Sendable (_ body: [UInt8], HTTPFields, ServerConfiguration) async throws -> Void

        func isMeant(_ headers: HTTPFields) -> Bool { header.map { headers[$0.name] == $0.value } ?? true }
    }

    private var entries: [Entry] = []
    private let verify: @Sendable (_ body: [UInt8], _ headers: HTTPFields) async throws -> Void

    /// - Parameter verify: Verifies that the API sent a request, for example by a signature in a header field. It gets
    ///   the body exactly as received, before anything is decoded. If it throws, the request is refused with a
    ///   status 401.
    public init(verify: @escaping @Sendable (_ body: [UInt8], _ headers: HTTPFields) async throws -> Void) {
        self.verify = verify
    }

    /// Adds the handler of a webhook with a JSON payload.
    ///
    /// - Parameter header: A header field and its value that distinguish this webhook from others with the same path.
    public mutating func on<Payload>(
        _ webhook: WebhookDecoder<Payload>, at path: String,
        header: (name: HTTPField.Name, value: String)? = nil,
        _ handler: @escaping @Sendable (Payload) async throws -> Void
    ) {
        add(webhook.name, webhook.method, path, header) { body, headers, configuration in
            let payload: Payload
            do {
                payload = try webhook.payload(
                    of: body, headers: headers, validates: configuration.validatesRequests)
            } catch {
                throw ServerRefusal(streamError: error) ?? error
            }
            try await handler(payload)
        }
    }

    /// Adds the handler of a webhook with a multipart payload.
    ///
    /// - Parameter header: A header field and its value that distinguish this webhook from others with the same path.
    public mutating func on<Part>(
        _ webhook: MultipartWebhookDecoder<Part>, at path: String,
        header: (name: HTTPField.Name, value: String)? = nil,
        _ handler: @escaping @Sendable (MultipartParts<Part>) async throws -> Void
    ) {
        add(webhook.name, webhook.method, path, header) { body, headers, configuration in
            var parts = webhook.parts(
                streaming: HTTPBody(body), headers: headers, validates: configuration.validatesRequests)
            parts.failure = { ServerRefusal(streamError: $0) ?? $0 }
            try await handler(parts)
        }
    }

    private mutating func add(
        _ name: String, _ method: String, _ path: String, _ header: (name: HTTPField.Name, value: String)?,
        _ handle: @escaping @Sendable ([UInt8], HTTPFields, ServerConfiguration) async throws -> Void
    ) {
        entries.append(Entry(name: name, method: method, path: path, header: header, handle: handle))
    }

    /// Serves the handlers on a transport.
    public func register(
        on transport: some ServerTransport, configuration: ServerConfiguration = ServerConfiguration()
    ) throws {
        try transport.register(responder(configuration: configuration))
    }

    /// Returns the responder that `register` adds to a transport.
    public func responder(configuration: ServerConfiguration = ServerConfiguration()) -> ServerResponder {
        var places: [(method: String, path: String)] = []
        for entry in entries where !places.contains(where: { $0 == (entry.method, entry.path) }) {
            places.append((entry.method, entry.path))
        }
        let operations = places.map { place in
            operation(entries.filter { ($0.method, $0.path) == place }, configuration)
        }
        return ServerResponder(configuration: configuration, operations: operations)
    }

    /// - Parameter entries: The webhooks of one path.
    private func operation(_ entries: [Entry], _ configuration: ServerConfiguration) -> ServerOperation {
        let id = entries.map(\.name).joined(separator: ", ")
        return ServerOperation(entries[0].method, entries[0].path, operationID: id, successes: [.none(204)]) {
            request in
            let bytes = RequestContent<[UInt8]>("*/*") { .init(body: try await $0.bytes()) }
            let body: RequestValue<[UInt8]> = request.body(bytes)
            try await request.read()
            let headers = request.request.headers
            do {
                try await verify(body.value, headers)
            } catch {
                throw ServerRefusal(.unauthorized, "the request is not signed as it should be")
            }
            guard let entry = entries.first(where: { $0.isMeant(headers) }) else {
                throw ServerRefusal(.notFound, "no webhook has these header fields")
            }
            try await entry.handle(body.value, headers, configuration)
            return ServerOutcome(0)
        }
    }
}
