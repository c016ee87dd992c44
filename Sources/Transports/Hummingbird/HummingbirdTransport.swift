#if Hummingbird
package import ApusClient
import ApusRuntime
public import ApusServer
package import HTTPTypes
public import Hummingbird
import NIOCore

/// Registers generated servers on a router of Hummingbird.
///
/// ```swift
/// let router = Router()
/// try ClinicHandlers().register(on: HummingbirdTransport(router))
/// try await Application(router: router).runService()
/// ```
///
/// An API is a middleware of the router. It answers requests whose path and method belong to an operation, and passes
/// others on. So the app can add a route such as `GET /visits` beside an operation `POST /visits`. If nothing else
/// answers such a request, the API answers it: OPTIONS with the methods of the path, other methods with a status 405.
/// The router's own middleware runs before the API if it is added before. The package trait `Hummingbird` enables this
/// transport.
public struct HummingbirdTransport<Context: RequestContext>: ServerTransport {
    private let router: Router<Context>

    public init(_ router: Router<Context>) { self.router = router }

    public func register(_ responder: ServerResponder) {
        router.add(middleware: APIMiddleware<Context>(responder: responder))
    }
}

/// A server without a router: all requests are answered by one function, which can change while the server runs.
package struct HummingbirdResponder: HTTPResponder {
    package typealias Context = BasicRequestContext

    private let answer: @Sendable (HTTPRequest, HTTPBody?) async -> ServerReply

    package init(_ answer: @escaping @Sendable (HTTPRequest, HTTPBody?) async -> ServerReply) { self.answer = answer }

    package func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        Response(await answer(request.head, HTTPBody(request)))
    }
}

private struct APIMiddleware<Context: RequestContext>: RouterMiddleware {
    let responder: ServerResponder

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let body = HTTPBody(request)
        if let reply = await responder.respond(to: request.head, body: body, answersOtherMethods: false) {
            return Response(reply)
        }
        // The router chooses its route before middleware runs.
        let hasRoute = context.endpointPath != nil
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError where error.status == .notFound && !hasRoute {
            guard let reply = await responder.respond(to: request.head, body: body) else { throw error }
            return Response(reply)
        }
    }
}

extension Response {
    fileprivate init(_ reply: ServerReply) {
        self.init(
            status: reply.head.status, headers: reply.head.headerFields,
            body: reply.body.map(ResponseBody.init) ?? ResponseBody())
    }
}

extension HTTPBody {
    /// The body of a request, which is streamed.
    fileprivate init(_ request: Request) {
        let length = request.headers.value(of: .contentLength).flatMap { Int64($0) }
        self.init(
            streaming: ReceivedBytes(buffers: request.body), length: length.map { .known($0) } ?? .unknown,
            contentType: request.headers.value(of: .contentType))
    }
}

/// The chunks of a body as arrays of bytes.
private struct ReceivedBytes: AsyncSequence, Sendable {
    let buffers: RequestBody

    struct AsyncIterator: AsyncIteratorProtocol {
        var buffers: RequestBody.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            if let buffer = try await buffers.next() { return Array(buffer.readableBytesView) }
            // A canceled body seems to have ended, and the part of it must not pass for the whole.
            try Task.checkCancellation()
            return nil
        }
    }

    func makeAsyncIterator() -> AsyncIterator { AsyncIterator(buffers: buffers.makeAsyncIterator()) }
}

extension ResponseBody {
    /// The body of a response. A body in memory is written at once, and another one as its chunks are made.
    fileprivate init(_ body: HTTPBody) {
        if let bytes = body.bytesInMemory {
            self.init(byteBuffer: ByteBuffer(bytes: bytes))
            return
        }
        var length: Int?
        if case .known(let count) = body.length { length = Int(count) }
        self.init(contentLength: length) { writer in
            for try await chunk in body { try await writer.write(ByteBuffer(bytes: chunk)) }
            try await writer.finish(nil)
        }
    }
}
#endif
