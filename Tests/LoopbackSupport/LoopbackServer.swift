#if LoopbackTests
public import HTTPTypes
public import Hummingbird
import Logging
import NIOCore

/// A request as the server got it.
public struct SeenRequest: Sendable {
    public var method: String
    public var target: String
    public var headers: HTTPFields
    public var body: [UInt8]
}

/// The requests that a server got, in order.
public actor Seen {
    public private(set) var requests: [SeenRequest] = []

    func append(_ request: SeenRequest) { requests.append(request) }

    public var last: SeenRequest? { requests.last }
}

/// Runs an HTTP server on a free port of this machine while `test` runs.
///
/// - Parameter answer: gets a request and how many there have been with it.
public func withServer(
    _ answer: @escaping @Sendable (SeenRequest, Int) async throws -> Response,
    _ test: @escaping @Sendable (_ server: String, _ seen: Seen) async throws -> Void
) async throws {
    let seen = Seen()
    let responder = CallbackResponder<BasicRequestContext> { request, _ in
        let body = try await request.body.collect(upTo: 8 << 20)
        let request = SeenRequest(
            method: request.method.rawValue, target: request.uri.string, headers: request.headers,
            body: Array(body.readableBytesView))
        await seen.append(request)
        return try await answer(request, seen.requests.count)
    }
    let (ports, portsContinuation) = AsyncStream.makeStream(of: Int.self)
    var logger = Logger(label: "loopback")
    logger.logLevel = .critical
    let application = Application(
        responder: responder, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in portsContinuation.yield(channel.localAddress?.port ?? 0) }, logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await application.run() }
        group.addTask {
            for await port in ports {
                try await test("http://127.0.0.1:\(port)", seen)
                break
            }
        }
        try await group.next()
        // A connection that is being set up when the server is cancelled can trap in NIO ("Deinited NIOAsyncWriter").
        try await Task.sleep(for: .milliseconds(200))
        group.cancelAll()
    }
}

extension Response {
    /// A response with a body in memory, which is JSON unless `headers` say otherwise.
    public static func text(
        _ status: Int, _ body: String, _ headers: HTTPFields = [.contentType: "application/json"]
    ) -> Response {
        Response(
            status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
#endif
