#if LoopbackTests
public import HTTPTypes
public import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// A request as received by the server.
public struct SeenRequest: Sendable {
    public var method: String
    public var target: String
    public var headers: HTTPFields
    public var body: [UInt8]
}

/// The requests that a server received, in order.
public actor Seen {
    public private(set) var requests: [SeenRequest] = []

    func append(_ request: SeenRequest) { requests.append(request) }

    public var last: SeenRequest? { requests.last }
}

/// Runs an HTTP server on a free port of this machine while `test` runs.
///
/// - Parameter answer: Returns the response to a request. Its second argument is the number of requests so far.
public func withServer(
    _ answer: @escaping @Sendable (SeenRequest, Int) async throws -> Response,
    _ test: @escaping @Sendable (_ server: String, _ seen: Seen) async throws -> Void
) async throws {
    let seen = Seen()
    try await withStreamingServer { request in
        let body = try await request.body.collect(upTo: 8 << 20)
        let request = SeenRequest(
            method: request.method.rawValue, target: request.uri.string, headers: request.headers,
            body: Array(body.readableBytesView))
        await seen.append(request)
        return try await answer(request, seen.requests.count)
    } _: { server in
        try await test(server, seen)
    }
}

/// Runs an HTTP server that passes requests on before their bodies are read.
public func withStreamingServer(
    _ answer: @escaping @Sendable (Request) async throws -> Response,
    _ test: @escaping @Sendable (_ server: String) async throws -> Void
) async throws {
    try await withServer(CallbackResponder<BasicRequestContext> { request, _ in try await answer(request) }, test)
}

/// Runs an HTTP server with the routes of a router.
public func withServer(
    _ router: Router<BasicRequestContext>, _ test: @escaping @Sendable (_ server: String) async throws -> Void
) async throws {
    try await withServer(router.buildResponder(), test)
}

/// Runs an HTTP server that passes all requests to a responder.
public func withServer<Responder: HTTPResponder>(
    _ responder: Responder, _ test: @escaping @Sendable (_ server: String) async throws -> Void
) async throws where Responder.Context == BasicRequestContext {
    let (ports, portsContinuation) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "loopback")
    logger.logLevel = .critical
    let application = Application(
        responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in portsContinuation.yield(channel.localAddress?.port ?? 0) }, logger: logger)
    // Shuts down gracefully. Cancellation during setup traps in NIO ("Deinited NIOAsyncWriter without calling
    // finish()"). Connections that do not end are closed after two seconds.
    var configuration = ServiceGroupConfiguration(services: [application], logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(2)
    let server = ServiceGroup(configuration: configuration)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
            var result = Result<Void, any Error>.success(())
            for await port in ports {
                do { try await test("http://127.0.0.1:\(port)") } catch { result = .failure(error) }
                break
            }
            await server.triggerGracefulShutdown()
            try result.get()
        }
        try await group.waitForAll()
    }
}

extension Response {
    /// Returns a response with a body in memory, which is JSON unless `headers` say otherwise.
    public static func text(
        _ status: Int, _ body: String, _ headers: HTTPFields = [.contentType: "application/json"]
    ) -> Response {
        Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
#endif
