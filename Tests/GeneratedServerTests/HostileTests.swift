import ApusRuntime
import ApusServer
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// Whatever clients send ends in an answer of the server, and in none that is its own failure.
struct HostileTests {
    private static let paths = [
        "/books", "/books/7", "/books/7:archive", "/books/1/cover", "/login", "/notes", "/codes", "/import", "/lists/",
        "/bytes",
        "/points/.1.2/;min=3;max=4/min,5", "/tasks?action=list", "/files/a.json",
    ]
    private static let queries = [
        "q=ab&limit=7", "pages[min]=1&pages[max]=2", "ids=1|2", "tags=a&tags=b", "where=%7B%22max%22%3A3%7D",
        "text=a&level=3", "city=x&zips=1",
    ]
    private static let bodies = [
        #"{"title":"a","pages":1,"tags":["a"]}"#, "user=ann&remember=true&roles=a", "{\"min\":1}\n{\"max\":2}\n",
        "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nab\r\n--b--\r\n",
    ]
    private static let types = [
        "application/json", "application/x-www-form-urlencoded", "application/jsonl", "multipart/form-data; boundary=b",
        "text/plain", "application/octet-stream", ";;", "multipart/form-data",
    ]

    @Test(arguments: 0..<8) func mutatedRequests(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let responder = LibraryHandlers().responder()
        for _ in 0..<500 {
            let method = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"].randomElement(using: &random)!
            var path = Self.paths.randomElement(using: &random)!
            if Bool.random(using: &random) { path += "?" + Self.queries.randomElement(using: &random)! }
            path = String(decoding: mutated(Array(path.utf8), &random).filter { $0 > 0x20 && $0 < 0x7F }, as: UTF8.self)
            var headers: HTTPFields = [.contentType: Self.types.randomElement(using: &random)!]
            if Bool.random(using: &random) { headers[.cookie] = "theme=%ff; =;;a" }
            if Bool.random(using: &random) { headers[.init("X-Trace")!] = "1,,x" }
            if Bool.random(using: &random) { headers[.accept] = "*/*;q=x, , /" }
            let body = HTTPBody(mutated(Array(Self.bodies.randomElement(using: &random)!.utf8), &random))
            let head = HTTPRequest(
                method: .init(method)!, scheme: nil, authority: nil, path: "/v1" + path, headerFields: headers)
            guard let reply = await responder.respond(to: head, body: body) else { continue }
            _ = try? await reply.body?.collect(upTo: 1 << 20)
            // Only the handlers' own failures are 500: answers that break a rule.
            if reply.head.status.code >= 500 {
                #expect(
                    reply.cause is ValidationError || reply.cause is LibraryHandlers.Secret, "\(head): \(reply.cause!)")
            }
        }
    }

    /// The decoders of the vendors' servers.
    @Test(arguments: 0..<4) func mutatedRequestsToVendors(_ seed: UInt64) async throws {
        var random = SeededGenerator(seed: 100 + seed)
        let project = "/v2/projects/0d4e3799-3861-4759-875f-9ae14c167b0a/sessions"
        let requests: [(responder: ServerResponder, path: String, body: String)] = [
            (GalileoHandlers(project: UUID()).responder, project, #"{"name":"n","external_id":null,"reliable":true}"#),
            (
                GalileoHandlers(project: UUID()).responder, project + "/search",
                #"{"filter_tree":{"and":[{"filter":{"type":"text","column_id":"a","operator":"eq","value":"b"}}]}}"#
            ),
            (GalteaHandlers().responder(), "/sessions", #"{"versionId":"v","isProduction":null,"context":{"a":[1]}}"#),
            (
                HoneyHiveHandlers().responder(), "/v1/sessions/0d4e3799-3861-4759-875f-9ae14c167b0a/events/batch",
                #"{"events":[{"event_type":"tool","inputs":{},"duration":1e3}]}"#
            ),
        ]
        let headers: HTTPFields = [
            .contentType: "application/json", .authorization: "Bearer k", .init("Galileo-API-Key")!: "secret",
        ]
        for _ in 0..<400 {
            for request in requests {
                let head = HTTPRequest(
                    method: .post, scheme: nil, authority: nil, path: request.path, headerFields: headers)
                let body = HTTPBody(mutated(Array(request.body.utf8), &random))
                let reply = try #require(await request.responder.respond(to: head, body: body))
                #expect(reply.head.status.code < 500, "\(String(describing: reply.cause))")
            }
        }
    }

    @Test(arguments: [
        #"{"title":"#, #"{"title":"a","tags":["#, #"{"title":"a","x":{"y":"#,
    ])
    func deepAndWideJSON(_ start: String) async throws {
        let deep = start + String(repeating: "[", count: 1_000_000)
        let answer = try await request("POST", "/books", json, HTTPBody(deep))
        #expect([400, 422].contains(answer.status))
        let wide =
            #"{"title":"a","#
            + (0..<50_000).map { #""m\#($0)":0"# }.joined(separator: ",") + "}"
        let members = try await request("POST", "/books", json, HTTPBody(wide))
        #expect(members.status == 422)
        // The list of problems is bounded, too.
        #expect(members.problems.count <= 100)
    }

    @Test func manyPartsAndPairs() async throws {
        let part = "--b\r\nContent-Disposition: form-data; name=\"tags\"\r\n\r\na\r\n"
        let parts = String(repeating: part, count: 70_000) + "--b--\r\n"
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
        let answer = try await request("PUT", "/books/1/cover", headers, HTTPBody(parts))
        #expect(answer.status == 400)
        let pairs = HTTPBody("user=ann" + String(repeating: "&roles=a", count: 5000))
        let form = try await request("POST", "/login", form, pairs)
        #expect(form.status == 400)
        var cookies: HTTPFields = [:]
        cookies[.cookie] = String(repeating: "a=1; ", count: 3000)
        let cookie = try await request("GET", "/books", cookies)
        #expect(cookie.status == 431)
    }

    @Test func endlessStreamsAreBounded() async throws {
        let configuration = ServerConfiguration(maximumBodySize: 1000, maximumStreamSize: 100_000)
        let lines = HTTPBody(streaming: Repeated(text: "{\"min\":1}\n"))
        let elements = try await request(
            "POST", "/import", [.contentType: "application/jsonl"], lines, configuration: configuration)
        #expect(elements.status == 413)
        let line = HTTPBody(streaming: Repeated(text: "[[[["))
        let element = try await request(
            "POST", "/import", [.contentType: "application/jsonl"], line, configuration: configuration)
        #expect([400, 413].contains(element.status))
    }

    /// Changes, removes, repeats and inserts bytes.
    private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(contentsOf: bytes[index...].prefix(8), at: index)
            default: bytes.insert("\"{}[],:&=%;\\".utf8.randomElement(using: &random)!, at: index)
            }
        }
        return bytes
    }
}

/// A chunk again and again.
private struct Repeated: AsyncSequence, AsyncIteratorProtocol, Sendable {
    let text: String

    func next() async -> [UInt8]? { Array(text.utf8) }
    func makeAsyncIterator() -> Repeated { self }
}
