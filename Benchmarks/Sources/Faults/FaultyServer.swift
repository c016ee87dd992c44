import Foundation
import Measuring
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves until the process that started this one ends. Prints the port.
func serve(calls: Int) throws {
    SecondProcess.endsWithParent()
    let plan = FaultPlan(calls: calls, seed: 0x5EED_2026)
    let channel = try ServerBootstrap(group: MultiThreadedEventLoopGroup(numberOfThreads: 1))
        .serverChannelOption(.backlog, value: 1024)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                try channel.pipeline.syncOperations.addHandler(FaultyHandler(plan))
            }
        }
        .bind(host: "127.0.0.1", port: 0).wait()
    print(channel.localAddress?.port ?? 0)
    fflush(nil)
    try channel.closeFuture.wait()
}

/// Answers the requests of one connection, or fails as planned.
private final class FaultyHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let plan: FaultPlan
    private var head: HTTPRequestHead?

    init(_ plan: FaultPlan) { self.plan = plan }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            answer(head, context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        switch head.uri {
        case "/token":
            send(200, #"{"access_token":"\#(plan.newToken())","token_type":"Bearer","expires_in":3600}"#, context)
        case "/summary": send(200, bytes: plan.summary, context)
        default:
            guard let exchange = Exchange(path: head.uri) else { return send(404, "{}", context) }
            let fault = plan.fault(of: exchange, authorization: head.headers.first(name: "Authorization"))
            perform(fault, on: exchange, context)
        }
    }

    private func perform(_ fault: Fault, on exchange: Exchange, _ context: ChannelHandlerContext) {
        let id = exchange.projectID.uuidString.lowercased()
        let success =
            exchange.isQuery
            ? #"{"num_records":0,"records":[],"last_row_id":"\#(id)"}"#
            : #"{"id":"\#(id)","name":"A session","project_id":"\#(id)","project_name":"A project"}"#
        switch fault {
        case .none: send(200, success, context)
        case .reset: reset(context)
        case .truncated:
            write(200, length: success.utf8.count, context)
            let half = ByteBuffer(string: String(success.prefix(success.count / 2)))
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(half))), promise: nil)
            reset(context, afterFlush: true)
        case .cutHead:
            // Below the handlers that write HTTP.
            let start = ByteBuffer(string: "HTTP/1.1 200 OK\r\nContent-Ty")
            if let http = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self) {
                http.writeAndFlush(NIOAny(start), promise: nil)
            }
            reset(context, afterFlush: true)
        case .slow:
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(1500)) {
                let (handler, context) = bound.value
                if context.channel.isActive { handler.send(200, success, context) }
            }
        case .tooManyRequests: send(429, #"{"detail":"slow down"}"#, context, [("Retry-After", "0")])
        case .unavailable: send(503, #"{"detail":"try later"}"#, context)
        case .expiredToken: send(401, #"{"detail":"expired"}"#, context)
        }
    }

    private func send(
        _ status: Int, _ text: String, _ context: ChannelHandlerContext, _ fields: [(String, String)] = []
    ) {
        send(status, bytes: Array(text.utf8), context, fields)
    }

    private func send(
        _ status: Int, bytes: [UInt8], _ context: ChannelHandlerContext, _ fields: [(String, String)] = []
    ) {
        write(status, length: bytes.count, context, fields)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    private func write(
        _ status: Int, length: Int, _ context: ChannelHandlerContext, _ fields: [(String, String)] = []
    ) {
        var headers = HTTPHeaders([("Content-Type", "application/json"), ("Content-Length", String(length))])
        headers.add(contentsOf: fields)
        let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
    }

    /// Closes the connection. Without `afterFlush`, the client sees a reset and not an end.
    private func reset(_ context: ChannelHandlerContext, afterFlush: Bool = false) {
        if afterFlush { return context.close(promise: nil) }
        let channel = context.channel
        // Without waiting for unsent bytes, closing resets the connection.
        let isSet = (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        (isSet ?? channel.eventLoop.makeSucceededVoidFuture()).whenComplete { _ in channel.close(promise: nil) }
    }
}
