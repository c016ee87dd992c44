#if LoopbackTests
import ApusRuntime
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import NIOCore
import Synchronization
import Testing

/// Streams and downloads that survive a lost connection, and the progress of bodies.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct ResumptionTests {
    private struct Lost: Error {}

    /// Sends a text and closes the connection before the end of the body.
    private static func broken(_ text: String, _ headers: HTTPFields, _ status: Int = 200) -> Response {
        Response(
            status: .init(code: status), headers: headers,
            body: .init { writer in
                try await writer.write(ByteBuffer(string: text))
                try await Task.sleep(for: .milliseconds(50))
                throw Lost()
            })
    }

    private func events(
        _ method: String, _ server: String, _ kind: TransportKind
    ) async throws(ExampleError) -> EventStream<Session> {
        let core = ClientCore(server: server, transport: kind.make())
        let cases: [ResponseCase<EventStream<Session>, ExampleError>] = [.success(200, events: Session.self)]
        return try await core.send(
            ClientRequest(method, "/events", operationID: "watch"), throwing: ExampleError.self, cases
        ).body
    }

    @Test(arguments: TransportKind.allCases)
    func eventsAreContinued(kind: TransportKind) async throws {
        let stream: HTTPFields = [.contentType: "text/event-stream"]
        try await withServer { _, count in
            switch count {
            case 1:
                Self.broken(
                    "id: 1\nretry: 1\ndata: {\"id\":1}\n\nid: 2\nevent: added\ndata: {\"id\":2}\n\ndata: {\"i", stream)
            case 2: Self.broken("data: {\"id\":3}\n\n", stream)
            default: .text(200, "id: 4\ndata: {\"id\":4}\n\n", stream)
            }
        } _: { server, seen in
            var found: [TypedEvent<Session>] = []
            for try await event in try await events("GET", server, kind).reconnecting().typedEvents {
                found.append(event)
            }
            #expect(found.map(\.value.id) == [1, 2, 3, 4])
            #expect(found.map(\.id) == ["1", "2", "2", "4"])
            #expect(found.map(\.event) == ["message", "added", "message", "message"])
            let ids = await seen.requests.map { $0.headers[HTTPField.Name("Last-Event-ID")!] }
            #expect(ids == [nil, "2", "2"])
        }
    }

    /// An operation that must not be repeated is not: the error of the connection is thrown.
    @Test(arguments: TransportKind.allCases)
    func aPostIsNotContinued(kind: TransportKind) async throws {
        try await withServer { _, _ in
            Self.broken("id: 1\ndata: {\"id\":1}\n\n", [.contentType: "text/event-stream"])
        } _: { server, seen in
            let stream = try await events("POST", server, kind).reconnecting()
            var count = 0
            do {
                for try await _ in stream { count += 1 }
                Issue.record("no error")
            } catch {}
            #expect(count == 1)
            #expect(await seen.requests.count == 1)
        }
    }

    private func download(_ server: String, _ kind: TransportKind) async throws(ExampleError) -> HTTPBody {
        let core = ClientCore(server: server, transport: kind.make())
        let cases: [ResponseCase<HTTPBody, ExampleError>] = [.success(200, bytes: "application/octet-stream")]
        return try await core.send(
            ClientRequest("GET", "/file", operationID: "file"), throwing: ExampleError.self, cases
        ).body
    }

    @Test(arguments: TransportKind.allCases)
    func downloadsAreContinued(kind: TransportKind) async throws {
        let headers: HTTPFields = [.contentType: "application/octet-stream", .eTag: "\"v1\""]
        try await withServer { request, count in
            if count == 1 { return Self.broken("0123", headers) }
            var partial = headers
            partial[.contentRange] = "bytes 4-9/10"
            return .text(206, "456789", partial)
        } _: { server, seen in
            let body = try await download(server, kind).resuming(delay: .milliseconds(1))
            #expect(String(decoding: try await body.collect(upTo: 100), as: UTF8.self) == "0123456789")
            let request = try #require(await seen.last)
            #expect(request.headers[.range] == "bytes=4-" && request.headers[.ifRange] == "\"v1\"")
        }
    }

    /// A file that has changed is not patched together.
    @Test(arguments: TransportKind.allCases)
    func aChangedFileIsAnError(kind: TransportKind) async throws {
        let headers: HTTPFields = [.contentType: "application/octet-stream", .eTag: "\"v1\""]
        try await withServer { _, count in
            count == 1 ? Self.broken("0123", headers) : .text(200, "abcdefghij", headers)
        } _: { server, _ in
            let body = try await download(server, kind).resuming(delay: .milliseconds(1))
            await #expect(throws: (any Error).self) { try await body.collect(upTo: 100) }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func progress(kind: TransportKind) async throws {
        try await withServer { request, _ in
            .text(200, String(decoding: request.body, as: UTF8.self), [.contentType: "application/octet-stream"])
        } _: { server, _ in
            let (sent, received) = (Reports(), Reports())
            let core = ClientCore(server: server, transport: kind.make())
            var request = ClientRequest("PUT", "/file", operationID: "file")
            let upload = HTTPBody(Array(repeating: UInt8(ascii: "x"), count: 250_000))
            request.body(bytes: upload.reporting(chunkSize: 100_000) { sent.add($0) }, contentType: "text/plain")
            let cases: [ResponseCase<HTTPBody, ExampleError>] = [.success(200, bytes: "application/octet-stream")]
            let body = try await core.send(request, throwing: ExampleError.self, cases).body
            #expect(sent.all.map(\.completed) == [100_000, 200_000, 250_000])
            #expect(sent.all.last?.fraction == 1)
            _ = try await body.reporting { received.add($0) }.collect(upTo: 1 << 20)
            #expect(received.all.last?.completed == 250_000)
        }
    }
}

private final class Reports: Sendable {
    private let reports = Mutex<[TransferProgress]>([])

    func add(_ progress: TransferProgress) { reports.withLock { $0.append(progress) } }

    var all: [TransferProgress] { reports.withLock { $0 } }
}
#endif
