import ApusRuntime
import HTTPTypes
import Testing

struct ResponseTests {
    private func send(
        _ transport: ScriptedTransport, _ configuration: ClientConfiguration = ClientConfiguration(),
        server: String = "https://host", security: [[String]] = [], credentials: [String: Credential] = [:]
    ) async throws(SomeError) -> ClientResponse<[Int]> {
        let core = ClientCore(
            server: server, transport: transport, configuration: configuration, credentials: credentials)
        return try await core.send(
            ClientRequest("GET", "/x", operationID: "op", security: security), throwing: SomeError.self,
            [
                .success(200, json: [Int].self),
                .failure(404, text: "text/plain", SomeError.notFound),
                .failure(410, SomeError.gone),
                .failure(
                    .range(4), json: JSONValue.self, contentType: "application/problem+json", SomeError.unexpected),
            ])
    }

    private func failure(_ answer: ScriptedTransport.Answer) async -> SomeError? {
        do {
            _ = try await send(ScriptedTransport(answer))
            return nil
        } catch {
            return error
        }
    }

    @Test func successAndAccept() async throws {
        let transport = ScriptedTransport(.response(200, [.contentType: "application/json; charset=utf-8"], "[1,2]"))
        let response = try await send(transport)
        #expect(response.body == [1, 2])
        #expect(response.header("content-type") == "application/json; charset=utf-8")
        #expect(
            await transport.sent[0].request.headerFields[.accept]
                == "application/json")
    }

    @Test func missingContentTypeIsTolerated() async throws {
        #expect(try await send(ScriptedTransport(.response(200, [:], "[]"))).body == [])
    }

    /// A comma in a quoted parameter does not separate media types.
    @Test(arguments: [#"application/vnd.a+json; profile="x,y""#, "application/vnd.b+json"])
    func severalMediaTypes(_ contentType: String) async throws {
        let transport = ScriptedTransport(.response(200, [.contentType: contentType], "[1]"))
        let described = #"application/vnd.a+json; profile="x,y", application/vnd.b+json"#
        let response = try await ClientCore(server: "https://host", transport: transport).send(
            ClientRequest("GET", "/x", operationID: "op"), throwing: SomeError.self,
            [
                .success(200, json: [Int].self, contentType: described),
                .success(200, json: [Int].self, contentType: "application/vnd.c+json") { $0 + [2] },
            ])
        #expect(response.body == [1])
        #expect(await transport.sent[0].request.headerFields[.accept] == described + ", application/vnd.c+json")
    }

    @Test func mostSpecificStatusWins() async throws {
        guard case .notFound(let text) = await failure(.response(404, [.contentType: "text/plain"], "no")) else {
            throw Refused()
        }
        #expect(text.body == "no" && text.status == 404)
        guard case .gone = await failure(.response(410, [:], "")) else { throw Refused() }
        let problem = HTTPFields([HTTPField(name: .contentType, value: "application/problem+json")])
        guard case .unexpected(let value) = await failure(.response(418, problem, #"{"a":1}"#)) else {
            throw Refused()
        }
        #expect(value.status == 418)
        #expect(value.body["a"]?.integer == 1)
        guard case .undocumented(let response) = await failure(.response(302, [.location: "/y"], "")) else {
            throw Refused()
        }
        #expect(response.status == 302)
        #expect(response.headers[.location] == "/y")
    }

    @Test func wrongBodies() async throws {
        guard case .undocumented(let page) = await failure(.response(200, [.contentType: "text/html"], "<h1>Hi"))
        else { throw Refused() }
        #expect(page.description.contains("text/html") && page.description.contains("<h1>Hi"))
        guard case .decoding(let json) = await failure(.response(200, [:], #"["a"]"#)),
            case .json(let error) = json.reason
        else { throw Refused() }
        #expect(error.pointer == "/0")
    }

    @Test func limits() async throws {
        let answer = ScriptedTransport.Answer.response(200, [:], "[1,2,3]")
        await #expect {
            _ = try await send(ScriptedTransport(answer), ClientConfiguration(maximumBodySize: 6))
        } throws: { error in
            guard case .transport(let failure)? = error as? SomeError else { return false }
            return failure.underlying as? HTTPBodyError == .tooLarge(maximum: 6)
        }
        await #expect {
            _ = try await send(ScriptedTransport(.never), ClientConfiguration(timeout: .milliseconds(20)))
        } throws: { error in
            guard case .transport(TimeoutError(.attempt, limit: .milliseconds(20)))? = error as? SomeError else {
                return false
            }
            return true
        }
    }

    @Test func cancellation() async throws {
        let task = Task { try await send(ScriptedTransport(.never)) }
        task.cancel()
        await #expect {
            _ = try await task.value
        } throws: { error in
            guard case .cancelled? = error as? SomeError else { return false }
            return true
        }
    }

    @Test func credentials() async throws {
        let transport = ScriptedTransport(.response(200, [:], "[]"))
        _ = try await send(
            transport, security: [["missing"], ["key", "query", "session", "token"]],
            credentials: [
                "key": .apiKey("k", in: .header, name: "X-Key"), "query": .apiKey("a b", in: .query, name: "q"),
                "session": .apiKey("s", in: .cookie, name: "sid"), "token": .bearer { "t" },
            ])
        let request = await transport.sent[0].request
        #expect(request.path == "/x?q=a%20b")
        #expect(request.headerFields[HTTPField.Name("X-Key")!] == "k")
        #expect(request.headerFields[.cookie] == "sid=s")
        #expect(request.headerFields[.authorization] == "Bearer t")
    }

    @Test func missingCredentials() async throws {
        await #expect {
            _ = try await send(ScriptedTransport(), security: [["key"]])
        } throws: { error in
            guard case .invalidRequest(.missingCredentials)? = error as? SomeError else { return false }
            return true
        }
    }

    @Test func basicAndSecrecy() async throws {
        let transport = ScriptedTransport(.response(200, [:], "[]"))
        let basic = Credential.basic(user: "Aladdin", password: "open sesame")
        _ = try await send(transport, security: [["basic"]], credentials: ["basic": basic])
        #expect(
            await transport.sent[0].request.headerFields[.authorization] == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
        var dumped = ""
        dump(Credential.apiKey("secret", in: .query, name: "q"), to: &dumped)
        dump(
            ClientCore(server: "https://host", transport: transport, credentials: ["a": .bearer("secret")]), to: &dumped
        )
        #expect(!dumped.contains("secret"))
    }
}
