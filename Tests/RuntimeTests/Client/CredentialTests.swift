import ApusRuntime
import HTTPTypes
import Testing

struct CredentialTests {
    /// Returns the requests sent with credentials.
    private func sent(
        _ credentials: [String: Credential], _ security: [[String]], attempts: Int = 1
    ) async throws(SomeError) -> [HTTPRequest] {
        let transport = ScriptedTransport(.response(attempts > 1 ? 503 : 204, [:], ""), .response(204, [:], ""))
        let clock = RetryClock(secondsSince1970: { 0 }, sleep: { _ in }, random: { 0 })
        let core = ClientCore(
            server: "https://host", transport: transport,
            configuration: ClientConfiguration(retry: RetryPolicy(maximumAttempts: attempts, clock: clock)),
            credentials: credentials)
        var request = ClientRequest("GET", "/x", operationID: "op", security: security)
        request.cookie("seen", "1")
        let _: ClientResponse<NoBody> = try await core.send(request, throwing: SomeError.self, [.success(204)])
        return await transport.sent.map(\.request)
    }

    private func failure(_ credentials: [String: Credential], _ security: [[String]]) async -> RequestError? {
        do {
            _ = try await sent(credentials, security)
        } catch .invalidRequest(let error) {
            return error
        } catch {}
        return nil
    }

    @Test func tokensAreAskedForBeforeEachAttempt() async throws {
        let tokens = Tokens()
        let requests = try await sent(["a": .bearer { await tokens.next() }], [["a"]], attempts: 2)
        #expect(requests.map { $0.headerFields[.authorization] } == ["Bearer t1", "Bearer t2"])
        let keys = try await sent(["a": .apiKey(in: .query, name: "a b") { await tokens.next() }], [["a"]])
        #expect(keys[0].path == "/x?a%20b=t3")
    }

    @Test func otherSchemesSeeTheRequest() async throws {
        let requests = try await sent(
            ["digest": .authorization { "Digest uri=\"\($0.path ?? "")\", method=\($0.method)" }], [["digest"]])
        #expect(requests[0].headerFields[.authorization] == "Digest uri=\"/x\", method=GET")
        #expect(
            try await sent(["a": .authorization("Custom z")], [["a"]])[0].headerFields[.authorization] == "Custom z")
    }

    @Test func basic() async throws {
        let requests = try await sent(["b": .basic(user: "ü", password: "p:w")], [["b"]])
        #expect(requests[0].headerFields[.authorization] == "Basic w7w6cDp3")
        #expect(await failure(["b": .basic(user: "a:b", password: "secret")], [["b"]]) == .colonInUserName(scheme: "b"))
        #expect(await failure(["b": .basic(user: "a\n", password: "")], [["b"]]) == .invalidCredential(scheme: "b"))
    }

    /// The first alternative with credentials for all its schemes is used, never a part of one.
    @Test func alternatives() async throws {
        let key = Credential.apiKey("k", in: .header, name: "X-Api-Key")
        let app = Credential.apiKey("a", in: .header, name: "X-App-Id")
        let either = [["bearer"], ["key", "app"]]
        let both = try await sent(["key": key, "app": app], either)[0].headerFields
        #expect(both[HTTPField.Name("X-Api-Key")!] == "k")
        #expect(both[HTTPField.Name("X-App-Id")!] == "a")
        #expect(both[.authorization] == nil)
        let bearer = try await sent(["bearer": .bearer("t"), "key": key], either)[0].headerFields
        #expect(bearer[.authorization] == "Bearer t")
        #expect(bearer[HTTPField.Name("X-Api-Key")!] == nil)
        #expect(await failure(["key": key], either) == .missingCredentials(alternatives: either))
        #expect(try await sent(["key": key], either + [[]])[0].headerFields[HTTPField.Name("X-Api-Key")!] == nil)
    }

    @Test func credentialsThatShareAPlaceAreRefused() async {
        let credentials: [String: Credential] = [
            "a": .bearer("t"), "b": .basic(user: "u", password: "p"),
            "c": .apiKey("k", in: .header, name: "Authorization"),
        ]
        #expect(await failure(credentials, [["a", "b"]]) == .conflictingCredentials(schemes: ["a", "b"]))
        #expect(await failure(credentials, [["a", "c"]]) == .conflictingCredentials(schemes: ["a", "c"]))
    }

    @Test func cookiesAreInOneField() async throws {
        let requests = try await sent(["c": .apiKey("k", in: .cookie, name: "SESSION")], [["c"]])
        #expect(requests[0].headerFields[.cookie] == "seen=1; SESSION=k")
        #expect(FieldLines.requestFields(requests[0].headerFields).map(\.value) == ["seen=1; SESSION=k"])
    }

    /// Neither errors nor descriptions of credentials contain secrets.
    @Test func secretsAreNotShown() async {
        let credentials: [Credential] = [
            .apiKey("s3cret\n", in: .header, name: "K"), .apiKey("s3cret;", in: .cookie, name: "K"),
            .bearer("s3cret\n"),
            .basic(user: "s3cret\n", password: "s3cret"), .basic(user: "s3cret:", password: "s3cret"),
            .authorization("s3cret\n"),
        ]
        for credential in credentials {
            let error = await failure(["a": credential], [["a"]])
            #expect(error != nil)
            for text in ["\(error!)", String(reflecting: error!), "\(credential)", String(reflecting: credential)] {
                #expect(!text.contains("s3cret"))
            }
        }
    }
}

private actor Tokens {
    private var count = 0

    func next() -> String {
        count += 1
        return "t\(count)"
    }
}
