import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// Bodies that the transport cannot read to their end.
struct BrokenBodyTests {
    @Test(arguments: [
        ("POST", "/books", "application/json", "{\"title\":"),
        ("POST", "/books", "application/json", ""),
        ("POST", "/import", "application/jsonl", "{\"min\":1}\n"),
        (
            "PUT", "/books/1/cover", "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nab\r\n"
        ),
    ])
    func isTheClientsFault(_ method: String, _ path: String, _ type: String, _ start: String) async throws {
        let answer = try await request(
            method, path, [.contentType: type], HTTPBody(streaming: Chunks(start: start, end: TransportError())))
        #expect(answer.status == 400, "\(answer.cause as Any)")
        #expect(answer.json["detail"] == "the body cannot be received")
    }

    /// A body that is read twice is a mistake of the server.
    @Test func secondUse() async throws {
        let body = HTTPBody(streaming: Chunks(start: "{}", end: nil))
        _ = try await body.collect(upTo: 10)
        let answer = try await request("POST", "/books", json, body)
        #expect(answer.status == 500)
        #expect(answer.cause as? HTTPBodyError == .alreadyIterated)
    }
}

/// What was received of a request is released with its response.
struct RequestLifetimeTests {
    @Test(arguments: [
        ("POST /books", "application/json", #"{"title":"a","pages":1}"#),
        ("POST /books", "application/json", #"{"title":1}"#), ("POST /books", "application/json", "{"),
        ("POST /books", "text/css", ""), ("POST /login", "application/x-www-form-urlencoded", "a=1"),
        ("GET /books?q=ab", "text/css", ""), ("PUT /books", "application/json", "{}"),
    ])
    func isReleased(_ target: String, _ type: String, _ text: String) async throws {
        let target = target.split(separator: " ").map(String.init)
        weak var trace: Trace?
        func send() async throws -> Int {
            let chunks = Chunks(start: text, end: nil)
            trace = chunks.trace
            return try await request(target[0], target[1], [.contentType: type], HTTPBody(streaming: chunks)).status
        }
        let status = try await send()
        #expect(trace == nil, "\(status)")
    }
}

private struct TransportError: Error {}

private final class Trace: Sendable {}

/// One chunk, and then perhaps an error.
private struct Chunks: AsyncSequence, Sendable {
    let start: String
    let end: (any Error)?
    let trace = Trace()

    struct AsyncIterator: AsyncIteratorProtocol {
        var rest: [Result<[UInt8], any Error>]

        mutating func next() async throws -> [UInt8]? { rest.isEmpty ? nil : try rest.removeFirst().get() }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(rest: [.success(Array(start.utf8))] + (end.map { [.failure($0)] } ?? []))
    }
}
