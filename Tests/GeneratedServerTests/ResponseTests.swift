import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// The responses that handlers give, and what becomes of their errors.
struct ResponseTests {
    private func add(_ title: String) async throws -> Answer {
        try await request("POST", "/books", json, HTTPBody(#"{"title":"\#(title)"}"#))
    }

    @Test func success() async throws {
        let answer = try await add("New")
        #expect(answer.status == 201)
        #expect(answer.headers[.contentType] == "application/json")
    }

    @Test(arguments: [
        ("known", 409, #"{"message":"there is one"}"#), ("busy", 429, ""), ("down", 503, #"{"message":"down"}"#),
        ("teapot", 418, "short and stout"), ("shared", 409, #"{"message":"from shared code"}"#),
    ])
    func documentedErrors(_ title: String, _ status: Int, _ body: String) async throws {
        let answer = try await add(title)
        #expect(answer.status == status)
        #expect(answer.body == body)
        #expect(answer.headers[.retryAfter] == (title == "busy" ? "3" : nil))
    }

    /// Undocumented statuses, errors of other operations, internal errors, and responses that break rules.
    @Test(arguments: ["lie", "other", "strange", "crash", "invalid"])
    func nothingElseReachesTheClient(_ title: String) async throws {
        let answer = try await add(title)
        #expect(answer.status == 500)
        #expect(answer.body == #"{"type":"about:blank","title":"Internal Server Error","status":500}"#)
        #expect(answer.cause != nil)
    }

    @Test func responseHeaderFields() async throws {
        let configuration = ServerConfiguration(validatesResponses: false)
        let answer = try await request("GET", "/books", configuration: configuration)
        #expect(answer.headers[.init("X-Total")!] == "7")
        #expect(answer.headers[.init("X-Next")!] == nil)
        let moved = try await request("GET", "/moved")
        #expect(moved.status == 302)
        #expect(moved.headers[.location] == "https://elsewhere.example.com/")
    }

    @Test(arguments: [
        (nil, "application/json", #"{"id":3,"title":"Book"}"#),
        ("text/csv", "text/csv; charset=utf-8", "id,title\n3,Book\n"),
        ("application/json;q=0.5, text/*", "text/csv; charset=utf-8", "id,title\n3,Book\n"),
    ])
    func negotiation(_ accept: String?, _ type: String, _ body: String) async throws {
        let answer = try await request("GET", "/books/3", accept.map { [.accept: $0] } ?? [:])
        #expect(answer.headers[.contentType] == type)
        #expect(answer.body == body)
    }

    @Test func conditionalRequestsAreTheHandlers() async throws {
        let answer = try await request("GET", "/books/3", [.ifNoneMatch: "same"])
        #expect(answer.status == 304)
        #expect(answer.body == "")
    }

    @Test func mediaTypesOfRanges() async throws {
        let png = try await request("GET", "/files/a.png")
        #expect(png.headers[.contentType] == "image/png")
        let pdf = try await request("GET", "/files/a.pdf")
        #expect(pdf.headers[.contentType] == "application/pdf")
        let text = try await request("GET", "/files/text.png")
        #expect(text.status == 500)
    }

    @Test func streams() async throws {
        let lines = try await request("GET", "/export?count=3")
        #expect(lines.headers[.contentType] == "application/jsonl")
        #expect(lines.body == "{\"min\":0}\n{\"min\":1}\n{\"min\":2}\n")
        let events = try await request("GET", "/events?count=2")
        #expect(events.headers[.contentType] == "text/event-stream")
        #expect(events.body == "data: {\"min\":0}\n\ndata: {\"min\":1}\n\n")
    }

    /// Only CR and LF end a line of an event. Other line breaks of Unicode are a part of the text.
    @Test func textsOfEvents() async throws {
        let texts = ["a\u{2028}b\u{85}c\u{B}", "d\ne", "f\r\ng"]
        let form = ResponseForm.events(200, String.self, reading: .text)
        let operation = ServerOperation("GET", "/x", operationID: "x", successes: [form]) { _ in
            ServerOutcome(0, OutgoingEvents(texts))
        }
        let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/x")
        let reply = try #require(await ServerResponder(operations: [operation]).respond(to: head, body: nil))
        var received: [String] = []
        for try await text in EventStream<String>(ServerSentEvents(try #require(reply.body)), reading: .text) {
            received.append(text)
        }
        #expect(received == [texts[0], "d\ne", "f\ng"])
    }

    @Test func middlewareSeesEverything() async throws {
        let log = Log()
        let configuration = ServerConfiguration(middlewares: [log])
        for path in ["/files/a.json", "/books?limit=0", "/books/404"] {
            _ = try await request("GET", path, configuration: configuration)
        }
        _ = try await request("POST", "/books", json, HTTPBody(#"{"title":"crash"}"#), configuration: configuration)
        _ = try await request("PUT", "/books", configuration: configuration)
        let lines = await log.lines
        #expect(
            lines == [
                "getFileInfo 200 -", "listBooks 422 ServerRefusal", "getBook 404 -", "addBook 500 Secret",
                "- 405 ServerRefusal",
            ])
    }
}

/// Middleware that keeps a line for each response.
private actor Log: ServerMiddleware {
    private(set) var lines: [String] = []

    nonisolated func intercept(
        _ request: ServerRequest, body: HTTPBody?, next: @Sendable (ServerRequest, HTTPBody?) async -> ServerReply
    ) async throws -> ServerReply {
        let reply = await next(request, body)
        let cause = reply.cause.map { "\(type(of: $0))" } ?? "-"
        await add("\(request.operationID ?? "-") \(reply.head.status.code) \(cause)")
        return reply
    }

    private func add(_ line: String) { lines.append(line) }
}
