#if LoopbackTests
import ApusRuntime
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import NIOCore
import Testing

/// Retries, deadlines and cancellation with a real server.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct RetryLoopbackTests {
    private static let quick = RetryPolicy(maximumAttempts: 3, baseDelay: .milliseconds(1))

    private func send(
        _ request: ClientRequest, _ server: String, _ kind: TransportKind,
        _ configuration: ClientConfiguration = ClientConfiguration(retry: quick)
    ) async throws(ExampleError) -> Session {
        let core = ClientCore(server: server, transport: kind.make(), configuration: configuration)
        return try await core.send(request, throwing: ExampleError.self, [.success(200, json: Session.self)]).body
    }

    @Test(arguments: TransportKind.allCases)
    func busyServersAreAskedAgain(kind: TransportKind) async throws {
        try await withServer { _, count in
            switch count {
            case 1: .text(503, "", [.retryAfter: "0"])
            case 2: .text(429, "", [HTTPField.Name("X-RateLimit-Reset")!: "10ms"])
            default: .text(200, #"{"id":7}"#)
            }
        } _: { server, seen in
            var request = ClientRequest("POST", "/a", operationID: "a", idempotencyKey: "Idempotency-Key")
            request.body(json: Session(id: 1))
            let session = try await send(request, server, kind)
            #expect(session == Session(id: 7))
            let requests = await seen.requests
            #expect(requests.map(\.body) == Array(repeating: Array(#"{"id":1}"#.utf8), count: 3))
            #expect(Set(requests.map { $0.headers[HTTPField.Name("Idempotency-Key")!] }).count == 1)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aTruncatedBodyIsReadAgain(kind: TransportKind) async throws {
        let first = First()
        try await withStreamingServer { _ in
            guard await first.next() else { return .text(200, #"{"id":7}"#) }
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init(contentLength: 100) { writer in
                    try await writer.write(ByteBuffer(string: #"{"id":"#))
                    throw CancellationError()
                })
        } _: { server in
            let request = ClientRequest("GET", "/a", operationID: "a")
            let session = try await send(request, server, kind)
            #expect(session == Session(id: 7))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func aStreamedUploadIsSentOnce(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(503, "", [.retryAfter: "0"])
        } _: { server, seen in
            let (chunks, continuation) = AsyncStream.makeStream(of: [UInt8].self)
            continuation.yield([1, 2])
            continuation.finish()
            var request = ClientRequest("PUT", "/a", operationID: "a")
            request.body(bytes: HTTPBody(streaming: chunks), contentType: "application/octet-stream")
            let error = await failureOf { () async throws(ExampleError) in
                _ = try await send(request, server, kind)
            }
            #expect(error?.status == 503)
            #expect(await seen.requests.count == 1)
        }
    }

    /// The second or a later try is answered in time, whatever the pace of this machine.
    @Test(arguments: TransportKind.allCases)
    func aTryThatIsNotAnsweredIsRepeated(kind: TransportKind) async throws {
        try await withServer { _, count in
            if count == 1 { try await Task.sleep(for: .seconds(60)) }
            return .text(200, #"{"id":7}"#)
        } _: { server, seen in
            let configuration = ClientConfiguration(
                timeout: .milliseconds(200), retry: RetryPolicy(maximumAttempts: 200, baseDelay: .milliseconds(1)))
            let session = try await send(ClientRequest("GET", "/a", operationID: "a"), server, kind, configuration)
            #expect(session == Session(id: 7))
            #expect(await seen.requests.count >= 2)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func theDeadlineEndsACallThatIsNotAnswered(kind: TransportKind) async throws {
        try await withServer { _, _ in
            try await Task.sleep(for: .seconds(60))
            return .text(200, #"{"id":7}"#)
        } _: { server, _ in
            let error = await failureOf { () async throws(ExampleError) in
                _ = try await send(
                    ClientRequest("GET", "/a", operationID: "a"), server, kind,
                    ClientConfiguration(deadline: .milliseconds(300), retry: Self.quick))
            }
            guard case .transport(let failure)? = error else { throw Unexpected() }
            #expect((failure.underlying as? TimeoutError)?.scope == .call)
        }
    }

    /// The server's writes fail once the client has gone.
    @Test(arguments: TransportKind.allCases)
    func cancellationClosesTheConnection(kind: TransportKind) async throws {
        let (events, continuation) = AsyncStream.makeStream(of: String.self)
        try await withStreamingServer { _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init { writer in
                    continuation.yield("begun")
                    do {
                        for _ in 0..<2_000 {
                            try await writer.write(ByteBuffer(repeating: 0x20, count: 1024))
                            try await Task.sleep(for: .milliseconds(2))
                        }
                        continuation.yield("complete")
                    } catch {
                        continuation.yield("closed")
                    }
                    try await writer.finish(nil)
                })
        } _: { server in
            var iterator = events.makeAsyncIterator()
            let task = Task {
                await failureOf { () async throws(ExampleError) in
                    _ = try await send(ClientRequest("GET", "/a", operationID: "a"), server, kind)
                }
            }
            #expect(await iterator.next() == "begun")
            task.cancel()
            guard case .cancelled? = await task.value else { throw Unexpected() }
            #expect(await iterator.next() == "closed")
        }
    }
}

private actor First {
    private var isFirst = true

    func next() -> Bool {
        defer { isFirst = false }
        return isFirst
    }
}
#endif
