import ApusRuntime
import HTTPTypes
import Testing

/// What all errors of operations have in common.
struct OperationErrorTests {
    private struct Secret: Error, CustomStringConvertible {
        var description: String { "connection reset" }
    }

    private static let cases: [ResponseCase<NoBody, SomeError>] = [
        .success(204), .failure(404, text: "text/plain", SomeError.notFound), .failure(410, SomeError.gone),
        .failure(.default, json: JSONValue.self, SomeError.unexpected),
    ]

    private func failure(
        _ answer: ScriptedTransport.Answer, _ method: String = "POST", attempts: Int = 1, cap: Int = 1 << 20
    ) async throws -> SomeError {
        let clock = RetryClock(secondsSince1970: { 0 }, sleep: { _ in }, random: { 0 })
        let core = ClientCore(
            server: "https://host/api", transport: ScriptedTransport([answer, answer, answer]),
            configuration: ClientConfiguration(
                maximumUndocumentedBodySize: cap, retry: RetryPolicy(maximumAttempts: attempts, clock: clock)),
            credentials: ["k": .apiKey("s3cret", in: .query, name: "key")])
        var request = ClientRequest(method, "/items/{id}", operationID: "makeItem", security: [["k"]])
        request.path("id", "7")
        request.query("q", "private")
        do throws(SomeError) {
            _ = try await core.send(request, throwing: SomeError.self, Self.cases)
        } catch {
            return error
        }
        throw Refused()
    }

    @Test func aDescribedResponse() async throws {
        let id = HTTPField.Name("X-Request-ID")!
        let error = try await failure(
            .response(409, [.contentType: "application/json", id: "r-1"], #"{"title":"Taken","detail":"by you"}"#))
        #expect(error.status == 409)
        #expect(error.headers[.contentType] == "application/json")
        #expect(error.body == Array(#"{"title":"Taken","detail":"by you"}"#.utf8))
        #expect((error.decodedBody as? JSONValue)?["title"]?.string == "Taken")
        #expect(error.requestID == "r-1")
        #expect(error.request?.operationID == "makeItem")
        #expect(error.request?.pathTemplate == "/items/{id}")
        #expect(!error.isRetryable)
        #expect(
            error.description
                == "makeItem failed: the server responded with 409: Taken: by you "
                + "(POST https://host/api/items/7, request r-1)")
    }

    @Test func otherForms() async throws {
        let text = try await failure(.response(404, [.contentType: "text/plain"], "no\n such"), cap: 4)
        #expect(text.body == Array("no\n ".utf8) && text.decodedBody as? String == "no\n such")
        let empty = try await failure(.response(410, [:], ""))
        #expect(empty.status == 410 && empty.decodedBody == nil && empty.serverMessage == nil)
        let page = try await failure(.response(404, [.contentType: "text/html"], "<b>gone</b>"))
        #expect(page.description.contains("404 in `text/html`, which the API description does not list: <b>gone</b>"))
        let broken = try await failure(.response(500, [.contentType: "application/json"], "{"))
        guard case .decoding = broken else { throw Refused() }
        #expect(broken.status == 500 && broken.body == Array("{".utf8) && broken.request?.operationID == "makeItem")
    }

    @Test(arguments: ["message", "error", "detail", "error_description", "title", "errors"])
    func theServersMessage(member: String) async throws {
        let values = [#""why""#, #"{"message":"why"}"#, #"[{"msg":"why"},{"msg":"also"}]"#]
        for value in values {
            let body = "{\"code\":7,\"\(member)\":\(value)}"
            let error = try await failure(.response(400, [.contentType: "application/json"], body))
            #expect(error.serverMessage == "why", "\(body)")
        }
    }

    @Test func whatMayBeRepeated() async throws {
        let busy = ScriptedTransport.Answer.response(503, [:], "")
        #expect(try await failure(busy, "GET").isRetryable)
        #expect(try await !failure(busy, "POST").isRetryable)
        let limited = try await failure(.response(429, [.retryAfter: "3"], ""), "POST")
        #expect(limited.isRetryable && limited.isTooManyRequests && limited.retryAfter == .seconds(3))
        let lost = try await failure(.failure(Secret()), "PUT", attempts: 3)
        #expect(lost.isRetryable && lost.status == nil && !lost.isTooManyRequests)
        #expect(
            lost.description == "makeItem failed: connection reset (PUT https://host/api/items/7, 3 attempts)")
        #expect(SomeError.cancelled.description.hasSuffix("was canceled"))
        #expect(!SomeError.validation(ValidationError(violations: [])).isRetryable)
    }

    /// One function handles all operations of all clients.
    @Test func oneHandlerForAllErrors() async throws {
        func wait(after error: any Error) -> Duration? {
            guard let error = error as? any OperationError, error.isTooManyRequests else { return nil }
            return error.retryAfter
        }
        #expect(wait(after: try await failure(.response(429, [.retryAfter: "9"], ""))) == .seconds(9))
        #expect(wait(after: Refused()) == nil)
    }

    @Test func wrongArgumentsAreACaseOfTheirOwn() async throws {
        let core = ClientCore(server: "https://host", transport: ScriptedTransport())
        var request = ClientRequest("GET", "/items/{id}", operationID: "makeItem")
        request.path("id", "..")
        await #expect {
            _ = try await core.send(request, throwing: SomeError.self, Self.cases)
        } throws: { error in
            guard case .invalidRequest(.parameter(.changesPath(name: "id")))? = error as? SomeError else {
                return false
            }
            return !(error as! SomeError).isRetryable
        }
    }

    @Test func noSecretIsShown() async throws {
        let errors = [
            try await failure(.response(401, [.setCookie: "s3cret"], "")), try await failure(.failure(Secret())),
            try await failure(.response(400, [.contentType: "application/json", .setCookie: "s3cret"], "{")),
            try await failure(.response(404, [.contentType: "text/html", .setCookie: "s3cret"], "")),
        ]
        for error in errors {
            var text = "\(error) " + String(reflecting: error)
            dump(error, to: &text)
            #expect(!text.contains("s3cret") && !text.contains("private"), "\(text)")
        }
    }
}
