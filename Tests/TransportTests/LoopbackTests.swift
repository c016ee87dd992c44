#if LoopbackTests
import ApusRuntime
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import NIOCore
import Testing

@Suite(.serialized, .timeLimit(.minutes(1)))
struct LoopbackTests {
    @Test(arguments: TransportKind.allCases)
    func requestIsExact(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, #"{"id":7}"#, [.contentType: "application/json", .eTag: "e"])
        } _: { server, seen in
            let client = ExampleClient(server: server + "/api/", transport: kind.make())
            let response = try await client.createSession(
                projectID: "a/b c", tags: ["x&y", "z"], trace: "t, 1", Session(id: 1, name: "ü"))
            #expect(response.status == 200)
            #expect(response.body == Session(id: 7))
            #expect(response.header("ETag") == "e")

            let request = try #require(await seen.last)
            #expect(request.method == "POST")
            #expect(request.target == "/api/v2/projects/a%2Fb%20c/sessions?tag=x%26y&tag=z")
            #expect(request.body == Array(#"{"id":1,"name":"ü"}"#.utf8))
            #expect(request.headers[.contentType] == "application/json")
            #expect(request.headers[.accept] == "application/json")
            #expect(request.headers[.contentLength] == String(request.body.count))
            #expect(request.headers[HTTPField.Name("Example-API-Key")!] == "k-1")
            #expect(request.headers[HTTPField.Name("X-Trace")!] == "t, 1")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func errorResponsesAreTyped(kind: TransportKind) async throws {
        try await withServer { _, count in
            switch count {
            case 1: .text(422, #"{"detail":"no"}"#)
            case 2: .text(500, "broken", [.contentType: "text/plain"])
            case 3: .text(200, "<html>", [.contentType: "text/html"])
            default: .text(302, "", [.location: "/session"])
            }
        } _: { server, seen in
            let client = ExampleClient(server: server, transport: kind.make())
            func failure() async -> ExampleError? {
                await failureOf { () async throws(ExampleError) in
                    _ = try await client.createSession(projectID: "p", Session(id: 1))
                }
            }
            guard case .unprocessableContent(Problem(detail: "no")) = await failure() else { throw Unexpected() }
            guard case .undocumented(let response) = await failure() else { throw Unexpected() }
            #expect(response.status == 500)
            #expect(response.text == "broken")
            guard case .undocumented(let page) = await failure() else { throw Unexpected() }
            #expect(page.text == "<html>")
            guard case .undocumented(let redirect) = await failure() else { throw Unexpected() }
            #expect(redirect.status == 302)
            #expect(redirect.headers[.location] == "/session")
            #expect(await seen.requests.count == 4)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func oversizeBodyIsRefused(kind: TransportKind) async throws {
        let chunk = ByteBuffer(repeating: UInt8(ascii: " "), count: 64 << 10)
        try await withServer { _, _ in
            // The body has no length, so that only counting its bytes detects the excess.
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init { writer in
                    for _ in 0..<256 { try await writer.write(chunk) }
                    try await writer.finish(nil)
                })
        } _: { server, _ in
            let client = ExampleClient(
                server: server, transport: kind.make(), configuration: ClientConfiguration(maximumBodySize: 1 << 20))
            guard case .transport(let failure)? = await getSessionFailure(client) else { throw Unexpected() }
            #expect(failure.underlying as? HTTPBodyError == .tooLarge(maximum: 1_048_576))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func largeBodiesArriveWhole(kind: TransportKind) async throws {
        let name = String(repeating: "0123456789abcdef", count: 256 << 10)
        try await withServer { request, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: .init(byteBuffer: ByteBuffer(bytes: request.body)))
        } _: { server, _ in
            let client = ExampleClient(server: server, transport: kind.make())
            let response = try await client.createSession(projectID: "p", Session(id: 1, name: name))
            #expect(response.body.name?.utf8.count == name.utf8.count)
            #expect(response.body.name == name)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func refusedConnection(kind: TransportKind) async throws {
        // Port 1 is reserved and has no listener.
        let client = ExampleClient(server: "http://127.0.0.1:1", transport: kind.make())
        guard case .transport(let underlying)? = await getSessionFailure(client) else { throw Unexpected() }
        #expect(underlying.isTransient && underlying.request?.operationID == "getSession")
    }

    @Test(arguments: TransportKind.allCases)
    func cancellation(kind: TransportKind) async throws {
        try await withServer { _, _ in
            try? await Task.sleep(for: .seconds(5))
            return .text(200, #"{"id":7}"#)
        } _: { server, seen in
            let client = ExampleClient(server: server, transport: kind.make())
            let task = Task { await getSessionFailure(client) }
            while await seen.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            task.cancel()
            guard case .cancelled? = await task.value else { throw Unexpected() }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func chunksArriveAsTheyAreSent(kind: TransportKind) async throws {
        let (gate, gateContinuation) = AsyncStream.makeStream(of: Void.self)
        try await withServer { _, _ in
            Response(
                status: .ok,
                body: .init { writer in
                    try await writer.write(ByteBuffer(string: "first"))
                    // The second chunk is sent after the client has read the first.
                    for await _ in gate { break }
                    try await writer.write(ByteBuffer(string: "second"))
                    try await writer.finish(nil)
                })
        } _: { server, _ in
            let (head, body) = try await kind.make().send(
                HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/"), body: nil,
                baseURL: #require(URL(string: server)), operationID: "stream")
            #expect(head.status == .ok)
            var chunks = try #require(body).makeAsyncIterator()
            #expect(try await chunks.next() == Array("first".utf8))
            gateContinuation.yield()
            #expect(try await chunks.next() == Array("second".utf8))
            #expect(try await chunks.next() == nil)
            await #expect(throws: HTTPBodyError.alreadyIterated) { try await body?.collect(upTo: 100) }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func streamedUpload(kind: TransportKind) async throws {
        try await withServer { _, _ in
            .text(200, "")
        } _: { server, seen in
            let (parts, continuation) = AsyncStream.makeStream(of: [UInt8].self)
            for part in ["a", "b", "c"] { continuation.yield(Array(part.utf8)) }
            continuation.finish()
            let (head, _) = try await kind.make().send(
                HTTPRequest(method: .put, scheme: nil, authority: nil, path: "/"), body: HTTPBody(streaming: parts),
                baseURL: #require(URL(string: server)), operationID: "upload")
            #expect(head.status == .ok)
            #expect(await seen.last?.body == Array("abc".utf8))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func retryAfter(kind: TransportKind) async throws {
        try await withServer { _, count in
            count == 1 ? .text(503, "", [.retryAfter: "7"]) : .text(200, #"{"id":7}"#)
        } _: { server, seen in
            let (delays, continuation) = AsyncStream.makeStream(of: Duration.self)
            let clock = RetryClock(secondsSince1970: { 0 }, sleep: { continuation.yield($0) }, random: { 1 })
            let client = ExampleClient(
                server: server, transport: kind.make(),
                configuration: ClientConfiguration(retry: RetryPolicy(maximumAttempts: 2, clock: clock)))
            let session = try await client.getSession()
            #expect(session == Session(id: 7))
            #expect(await seen.requests.count == 2)
            var iterator = delays.makeAsyncIterator()
            #expect(await iterator.next() == .seconds(7))
        }
    }

    @Test(arguments: TransportKind.allCases)
    func threePages(kind: TransportKind) async throws {
        try await withServer { request, count in
            let bodies = ["{}", #"{"token":"b"}"#, #"{"token":"c"}"#]
            let answers = [
                #"{"sessions":[{"id":1},{"id":2}],"next":"b"}"#, #"{"sessions":[],"next":"c"}"#,
                #"{"sessions":[{"id":3}]}"#,
            ]
            guard count <= 3, request.body == Array(bodies[count - 1].utf8) else { return .text(400, "") }
            return .text(200, answers[count - 1])
        } _: { server, seen in
            let client = ExampleClient(server: server, transport: kind.make())
            var ids: [Int] = []
            for try await session in client.searchSessionsPages(Search()).items { ids.append(session.id) }
            #expect(ids == [1, 2, 3])
            #expect(await seen.requests.count == 3)
        }
    }
}

private func getSessionFailure(_ client: ExampleClient) async -> ExampleError? {
    await failureOf { () async throws(ExampleError) in _ = try await client.getSession() }
}

func failureOf(_ operation: () async throws(ExampleError) -> Void) async -> ExampleError? {
    do {
        try await operation()
        return nil
    } catch {
        return error
    }
}

struct Unexpected: Error {}
#endif
