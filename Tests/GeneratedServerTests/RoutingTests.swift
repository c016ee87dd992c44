import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// Which operation answers a path.
struct RoutingTests {
    @Test(arguments: [
        ("GET", "/books/mine", 401), ("GET", "/books/%6Dine", 401), ("GET", "/books/7", 200), ("GET", "/books/7/", 200),
        ("GET", "/books/x", 422), ("POST", "/books/7:archive", 204), ("POST", "/books/7%3Aarchive", 405),
        ("GET", "/books/", 200), ("DELETE", "/books/7", 401),
    ])
    func statuses(_ method: String, _ path: String, _ status: Int) async throws {
        let configuration = ServerConfiguration(validatesResponses: false)
        let answer = try await request(method, path, configuration: configuration)
        #expect(answer.status == status, "\(answer.body)")
    }

    @Test(arguments: [
        ("/files/a.json", #""about a""#), ("/files/a.b.json", #""about a.b""#),
        ("/files/a%2Fb%252F.json", #""about a/b%2F""#),
        ("/tasks?action=list", "list"), ("/tasks?x=1&action=count", "count"), ("/lists?text=a", "a -1"),
    ])
    func bodies(_ path: String, _ body: String) async throws {
        let answer = try await request("GET", path)
        #expect(answer.body == body)
    }

    @Test func pathWithAnotherQuery() async throws {
        let answer = try await request("GET", "/tasks?action=other")
        #expect(answer.status == 404)
    }

    @Test func otherBasePaths() async throws {
        let responder = LibraryHandlers().responder(basePaths: ["/a/b/", ""])
        for path in ["/a/b/files/x.json", "/files/x.json"] {
            let reply = await responder.respond(
                to: HTTPRequest(method: .get, scheme: nil, authority: nil, path: path), body: nil)
            #expect(reply?.head.status == .ok)
        }
        let other = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/v1/files/x.json")
        let reply = await responder.respond(to: other, body: nil)
        #expect(reply == nil)
    }
}
