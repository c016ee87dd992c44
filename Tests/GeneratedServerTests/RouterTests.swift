#if LoopbackTests
import ApusHummingbird
import ApusRuntime
import ApusServer
import Foundation
import HTTPTypes
import Hummingbird
import LoopbackSupport
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Routes of an app beside those of a generated server.
struct RouterTests {
    private struct NotFoundPage<Context: RequestContext>: RouterMiddleware {
        func handle(
            _ request: Request, context: Context, next: (Request, Context) async throws -> Response
        ) async throws -> Response {
            request.uri.path == "/page" ? Response(status: .ok) : try await next(request, context)
        }
    }

    /// The library has `GET /books` and `POST /books`, but only `PUT /bytes`.
    @Test(arguments: [
        ("GET", "/books/7", 200, "Book"), ("GET", "/bytes", 200, "the app's bytes"),
        ("OPTIONS", "/bytes", 200, "options"),
        ("DELETE", "/bytes", 405, "the method must be"), ("OPTIONS", "/books", 204, ""),
        ("PATCH", "/books", 404, "none"),
        ("PUT", "/bytes", 415, "content type"), ("GET", "/before", 200, "before"), ("GET", "/page", 200, ""),
        ("GET", "/nothing", 404, ""), ("POST", "/shelves", 200, "a shelf"), ("GET", "/shelves", 405, "must be POST"),
    ])
    func routesOfTheApp(_ method: String, _ path: String, _ status: Int, _ text: String) async throws {
        let router = Router()
        router.get("before") { _, _ in "before" }
        let transport = HummingbirdTransport(router)
        transport.register(
            LibraryHandlers().responder(
                basePaths: [""], configuration: ServerConfiguration(validatesResponses: false)))
        // Another API without generated code that shares a path with the first.
        let shelves = ServerOperation(
            "POST", "/shelves", operationID: "addShelf", successes: [.text(200, "text/plain")]
        ) {
            request in
            try await request.read()
            return ServerOutcome(0, "a shelf")
        }
        transport.register(ServerResponder(operations: [shelves]))
        router.add(middleware: NotFoundPage())
        router.get("bytes") { _, _ in "the app's bytes" }
        router.on("bytes", method: .options) { _, _ in "options" }
        router.patch("books") { _, _ -> String in throw HTTPError(.notFound, message: "none") }
        try await withServer(router) { server in
            var request = URLRequest(url: URL(string: server + path)!)
            request.httpMethod = method
            if method == "PUT" { request.httpBody = Data([1]) }
            if method == "PUT" { request.setValue("x/y", forHTTPHeaderField: "Content-Type") }
            let (data, response) = try await URLSession.shared.data(for: request)
            #expect((response as? HTTPURLResponse)?.statusCode == status)
            #expect(String(decoding: data, as: UTF8.self).contains(text) || text.isEmpty)
        }
    }

    /// Two APIs share a path, each with its own method.
    @Test func apisThatShareAPath() async throws {
        func api(_ method: String) -> ServerResponder {
            ServerResponder(operations: [
                ServerOperation(method, "/x", operationID: method, successes: [.text(200, "text/plain")]) { request in
                    try await request.read()
                    return ServerOutcome(0, method)
                }
            ])
        }
        let router = ServerRouter()
        router.add(api("GET"))
        router.add(api("PUT"))
        for (method, status) in [("GET", 200), ("PUT", 200), ("POST", 405)] {
            let head = HTTPRequest(method: .init(method)!, scheme: nil, authority: nil, path: "/x")
            #expect(await router.respond(to: head, body: nil).head.status.code == status)
        }
    }
}
#endif
