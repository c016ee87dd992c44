import ApusRuntime
import ApusServer
import HTTPTypes
import Testing

/// What is refused before a handler runs, and how.
struct RefusalTests {
    @Test func allViolationsAreListed() async throws {
        let answer = try await request("GET", "/books?q=a&limit=1000&sort=size&ids=1|x&pages[max]=2000")
        #expect(answer.status == 422)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.json["title"] == "Unprocessable Content")
        #expect(answer.json["errors"]?[2]?["pointer"] == nil)
        #expect(
            answer.problems == [
                "q minLength: must have at least 2 characters, has 1", "limit maximum: must be at most 100",
                "sort enum: must be one of the described values", "ids type: must be an integer",
                "pages maximum: must be at most 1000",
            ])
        #expect(answer.json["errors"]?[3]?["pointer"] == "#/1")
        #expect(answer.json["errors"]?[4]?["pointer"] == "#/max")
        #expect(answer.json["errors"]?[4]?["in"] == "query")
    }

    @Test func violationsOfTheBody() async throws {
        let body = HTTPBody(#"{"title":"","pages":0,"tags":["a","b","c","d"],"extra":1}"#)
        let answer = try await request("POST", "/books", json, body)
        #expect(answer.status == 422)
        #expect(
            Set(answer.problems) == [
                "#/title minLength: must have at least 1 character, has 0", "#/pages minimum: must be at least 1",
                "#/tags maxItems: must have at most 3 elements, has 4",
                "#/extra additionalProperties: is not allowed here",
            ], "\(answer.problems)")
    }

    @Test func parametersAndBodyTogether() async throws {
        let answer = try await request(
            "PUT", "/books/0/cover", [.contentType: "multipart/form-data; boundary=b"], HTTPBody("--b--"))
        #expect(answer.problems == ["id minimum: must be at least 1"])
    }

    @Test(arguments: [
        (#"{"title":"a""#, 400), (#"{"title":"a","title":"b"}"#, 400), ("", 400), (#"{"title":7}"#, 422),
        (#"{}"#, 422), ("[]", 422), ("null", 422), ("{\"title\":\"\u{FFFF}", 400),
        (String(repeating: "[", count: 100_000), 422),
        (#"{"title":"a","tags":"# + String(repeating: "[", count: 100_000), 422),
    ])
    func unreadableAndInvalidBodies(_ body: String, _ status: Int) async throws {
        let answer = try await request("POST", "/books", json, HTTPBody(body))
        #expect(answer.status == status, "\(answer.body)")
        #expect(answer.problems.count == 1)
    }

    @Test func textThatIsNotUTF8() async throws {
        let answer = try await request("POST", "/books", json, HTTPBody([0x22, 0xFF, 0x22]))
        #expect(answer.status == 400 || answer.status == 422)
        let query = try await request("GET", "/books?q=%FF%FE")
        #expect(query.status == 400)
        #expect(query.problems == ["q syntax: must be percent-encoded UTF-8"])
        let form = try await request("POST", "/login", form, HTTPBody("user=%FF%FF"))
        #expect(form.status == 400)
    }

    @Test(arguments: ["/nothing", "/books/%zz", "/books/../books", "/books/%2e%2e", "//books"])
    func notFound(_ path: String) async throws {
        let answer = try await request("GET", path)
        #expect(answer.status == 404)
        #expect(answer.json["detail"] == "there is nothing at this path")
    }

    @Test func methodNotAllowed() async throws {
        let answer = try await request("PATCH", "/books")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "GET, HEAD, POST, OPTIONS")
        let options = try await request("OPTIONS", "/books")
        #expect(options.status == 204)
        #expect(options.headers[.allow] == "GET, HEAD, POST, OPTIONS")
    }

    @Test func head() async throws {
        let answer = try await request("HEAD", "/files/a.json")
        #expect(answer.status == 200)
        #expect(answer.body == "")
        #expect(answer.headers[.contentLength] == "9")
        let refused = try await request("HEAD", "/books?limit=0")
        #expect(refused.status == 422)
        #expect(refused.body == "")
    }

    @Test func unsupportedMediaType() async throws {
        let answer = try await request("POST", "/notes", [.contentType: "application/xml"], HTTPBody("<a/>"))
        #expect(answer.status == 415)
        #expect(answer.headers[.accept] == "application/json, application/x-www-form-urlencoded, text/plain")
        let without = try await request("POST", "/books", [:], HTTPBody(#"{"title":"a"}"#))
        #expect(without.status == 415)
        var headers = json
        headers[.contentEncoding] = "gzip"
        let compressed = try await request("POST", "/books", headers, HTTPBody(#"{"title":"a"}"#))
        #expect(compressed.status == 415)
        #expect(compressed.headers[.acceptEncoding] == "identity")
    }

    @Test(arguments: [
        ("text/csv", 200), ("text/*;q=0.1", 200), ("image/png", 406), ("*/*", 200), ("text/csv;q=0", 406),
    ])
    func notAcceptable(_ accept: String, _ status: Int) async throws {
        // Another response than 200 has no body, but is not what the client asks for.
        let answer = try await request(
            "GET", "/files/a.json",
            [.accept: accept.replacing("text/csv", with: "application/json").replacing("text/*", with: "application/*")]
        )
        #expect(answer.status == status)
    }

    @Test func sizes() async throws {
        let configuration = ServerConfiguration(maximumBodySize: 100)
        let large = #"{"title":"\#(String(repeating: "a", count: 200))"}"#
        let known = try await request("POST", "/books", json, HTTPBody(large), configuration: configuration)
        #expect(known.status == 413)
        let endless = HTTPBody(streaming: Endless())
        let streamed = try await request("POST", "/books", json, endless, configuration: configuration)
        #expect(streamed.status == 413)
        let target = try await request("GET", "/books?q=" + String(repeating: "a", count: 20_000))
        #expect(target.status == 414)
        let headers: HTTPFields = [.init("X-Large")!: String(repeating: "a", count: 40_000)]
        let header = try await request("GET", "/books", headers)
        #expect(header.status == 431)
        let pairs = try await request("GET", "/books?" + String(repeating: "a=1&", count: 2000))
        #expect(pairs.status == 400)
        let brackets = try await request("GET", "/books?pages" + String(repeating: "[a]", count: 100) + "=1")
        #expect(brackets.status == 400)
    }

    /// Handlers read these bodies, and let the errors pass.
    @Test(arguments: [
        ("{\"min\":1}\n{\"max\":2000}\n", 422, "#/1/max maximum: must be at most 1000"),
        ("{\"min\":\"x\"}\n", 422, "#/min type: must be an integer"), ("{\n", 400, nil),
    ])
    func streamedElements(_ body: String, _ status: Int, _ problem: String?) async throws {
        let answer = try await request("POST", "/import", [.contentType: "application/jsonl"], HTTPBody(body))
        #expect(answer.status == status, "\(answer.body)")
        if let problem { #expect(answer.problems == [problem]) }
    }

    @Test(arguments: [
        ("title", "ab", 422, "#/image required"), ("title", "a", 422, "#/title minLength"),
        ("size", #"{"min":"x"}"#, 422, "#/size/min type"), ("size", "{", 400, nil),
    ])
    func streamedParts(_ name: String, _ value: String, _ status: Int, _ problem: String?) async throws {
        let body = "--b\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n--b--\r\n"
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=b"]
        let answer = try await request("PUT", "/books/1/cover", headers, HTTPBody(body))
        #expect(answer.status == status, "\(answer.body)")
        if let problem { #expect(answer.problems[0].hasPrefix(problem), "\(answer.problems)") }
    }

    @Test(arguments: ["multipart/form-data", "multipart/form-data; boundary=b"])
    func brokenMultipart(_ type: String) async throws {
        let answer = try await request("PUT", "/books/1/cover", [.contentType: type], HTTPBody("nothing"))
        #expect(answer.status == 400)
    }

    @Test func hookForTheDescriptionsOwnErrors() async throws {
        let configuration = ServerConfiguration { refusal in
            .json(400, Problem(message: "\(refusal.operationID ?? "-"): \(refusal.problems.count)"))
        }
        let answer = try await request("GET", "/books?limit=0&q=a", configuration: configuration)
        #expect(answer.status == 400)
        #expect(answer.body == #"{"message":"listBooks: 2"}"#)
        let method = try await request("PUT", "/books", configuration: configuration)
        #expect(method.headers[.allow] == "GET, HEAD, POST, OPTIONS")
    }
}

/// Chunks without end.
private struct Endless: AsyncSequence, AsyncIteratorProtocol, Sendable {
    func next() async -> [UInt8]? { [UInt8](repeating: 0x20, count: 1000) }
    func makeAsyncIterator() -> Endless { self }
}
