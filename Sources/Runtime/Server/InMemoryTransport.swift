public import ApusClient
import ApusModels
public import HTTPTypes

#if canImport(FoundationEssentials)
import struct FoundationEssentials.URL
#else
import struct Foundation.URL
#endif

/// A transport without a network. It connects clients to the servers that are registered on it.
///
/// ```swift
/// let transport = InMemoryTransport()
/// try ClinicHandlers().register(on: transport)
/// let client = ClinicClient(apiKey: "secret", transport: transport)
/// ```
///
/// Requests of all hosts are answered. The path of the client's server is part of the path that a server sees.
public final class InMemoryTransport: ServerTransport, ClientTransport {
    private let router = ServerRouter()

    public init() {}

    public func register(_ responder: ServerResponder) { router.add(responder) }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        var request = request
        let url = try ServerURL.targetText(request.path, below: baseURL)
        // Everything after the authority, as it is on the wire.
        let authority = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
        request.path = String(authority.drop { $0 != "/" })
        let reply = await router.respond(to: request, body: body)
        return (reply.head, reply.body)
    }
}
