#if LoopbackTests
import ApusOAuth
import ApusRuntime
import HTTPTypes
import Hummingbird
import LoopbackSupport
import Synchronization
import Testing

/// Credentials of OAuth 2.0 against a token server.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct SignInTests {
    private let client = OAuthClient(id: "app 1", secret: "s3cret")

    private func scheme(_ server: String) -> OAuthScheme {
        OAuthScheme(flows: [
            OAuthFlow(.clientCredentials, token: "/token", scopes: ["read"]), OAuthFlow(.password, token: "/token"),
            OAuthFlow(.authorizationCode, authorization: server + "/sign-in", token: server + "/token"),
        ])
    }

    private func withTokenServer(_ test: @escaping @Sendable (TokenServer, String) async throws -> Void) async throws {
        let tokens = TokenServer()
        await tokens.set()
        try await withServer { request, _ in
            try await tokens.answer(request)
        } _: { server, _ in
            await tokens.begin(server)
            try await test(tokens, server)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func clientCredentials(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let api = API(server, scheme(server).clientCredentials(client, scopes: ["read", "a b"]), kind)
            try await api.read()
            try await api.read()
            #expect(await tokens.requests == ["grant_type=client_credentials&scope=read%20a%20b"])
            // `app%201:s3cret`
            #expect(await tokens.authorizations == ["Basic YXBwJTIwMTpzM2NyZXQ="])
        }
    }

    /// A hundred requests without a token cause one token request.
    @Test(arguments: TransportKind.allCases)
    func oneRenewalForAllRequests(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            await tokens.set(delay: .milliseconds(50))
            let api = API(server, scheme(server).clientCredentials(client), kind)
            func wave() async -> [CallError] {
                await withTaskGroup(of: CallError?.self) { group in
                    for _ in 0..<100 { group.addTask { await api.failure() } }
                    return await group.reduce(into: []) { if let error = $1 { $0.append(error) } }
                }
            }
            #expect(await wave().isEmpty)
            #expect(await tokens.requests.count == 1)

            // All of them are refused at once, and again one token request is enough.
            await tokens.revoke()
            #expect(await wave().isEmpty)
            #expect(await tokens.requests.count == 2)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func refusedTokensAreRenewedOnce(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let api = API(server, scheme(server).clientCredentials(client), kind)
            try await api.read("POST")
            await tokens.revoke()
            // A refused POST has had no effect, so it is sent again.
            try await api.read("POST")
            #expect(await tokens.requests.count == 2)
            #expect(await tokens.calls == 3)
        }
        // The API refuses every token: no loop.
        let tokens = TokenServer()
        await tokens.set()
        try await withServer { request, _ in
            request.target == "/token" ? try await tokens.answer(request) : .text(401, #"{"detail":"no"}"#)
        } _: { server, seen in
            let api = API(server, scheme(server).clientCredentials(client), kind)
            guard case .unauthorized? = await api.failure() else { throw Unexpected() }
            #expect(await seen.requests.filter { $0.target == "/items" }.count == 2)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func refreshBeforeExpiry(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let time = Time()
            let store = MemoryStore()
            let options = OAuthOptions(store: store, margin: .seconds(60), clock: time.clock)
            let credential = scheme(server).password(user: "ada", password: "pa&ss", client, options: options)
            let api = API(server, credential, kind)
            try await api.read()
            time.advance(3539)
            try await api.read()
            #expect(await tokens.requests == ["grant_type=password&username=ada&password=pa%26ss"])
            time.advance(1)
            try await api.read()
            #expect(await tokens.requests.last == "grant_type=refresh_token&refresh_token=refresh-1")
            #expect(await store.token?.refreshToken == "refresh-2")

            // Within the margin, a failing server is no reason to fail.
            time.advance(3545)
            await tokens.set(failures: [503, 503, 503])
            try await api.read()
            #expect(await tokens.requests.count == 5)

            // The refresh token is no longer valid, but the password is.
            await tokens.revoke(refresh: true)
            try await api.read()
            #expect(await tokens.requests.last == "grant_type=password&username=ada&password=pa%26ss")
        }
    }

    @Test(arguments: TransportKind.allCases)
    func authorizationCode(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let app = OAuthClient(id: "app")
            let request = try scheme(server).authorizationRequest(
                app, redirectURL: "app://done", scopes: ["read"], parameters: [("prompt", "login")])
            let query = Dictionary(
                uniqueKeysWithValues: request.url.split(separator: "?")[1].split(separator: "&").map {
                    let parts = $0.split(separator: "=")
                    return (String(parts[0]), String(parts[1]))
                })
            #expect(
                request.url.hasPrefix(
                    server + "/sign-in?response_type=code&client_id=app&redirect_uri=app%3A%2F%2Fdone"))
            #expect(query["code_challenge_method"] == "S256" && query["code_challenge"]?.utf8.count == 43)
            #expect(query["scope"] == "read" && query["prompt"] == "login")
            let state = try #require(query["state"])

            #expect(throws: OAuthError.self) { _ = try request.tokens(from: "app://done?code=c1&state=other") }
            #expect(throws: OAuthError.self) {
                _ = try request.tokens(from: "app://done?error=access_denied&state=\(state)")
            }
            let source = try request.tokens(from: "app://done?code=c%201&state=\(state)")
            let api = API(server, .source(source), kind)
            try await api.read()
            let sent = try #require(await tokens.requests.first)
            #expect(
                sent.hasPrefix("grant_type=authorization_code&code=c%201&redirect_uri=app%3A%2F%2Fdone&code_verifier="))
            #expect(sent.hasSuffix("&client_id=app"))
            let verifier = sent.split(separator: "code_verifier=")[1].prefix { $0 != "&" }
            #expect(verifier.utf8.count == 43 && !request.url.contains(verifier))
            #expect(await tokens.authorizations == [nil])

            await tokens.revoke()
            try await api.read()
            #expect(await tokens.requests.last == "grant_type=refresh_token&refresh_token=refresh-1&client_id=app")

            // Without a refresh token, a person has to sign in.
            await tokens.revoke(refresh: true)
            guard case .signInRequired? = await api.failure()?.oauth else { throw Unexpected() }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func storedTokensOutliveTheProgram(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            await tokens.set(isRotating: false)
            let store = MemoryStore()
            let options = OAuthOptions(store: store)
            let password = scheme(server).password(user: "ada", password: "p", client, options: options)
            try await API(server, password, kind).read()

            let source = scheme(server).signedIn(client, options: options)
            try await API(server, .source(source), kind).read()
            #expect(await tokens.requests.count == 1)
            await tokens.revoke()
            try await API(server, .source(source), kind).read()
            #expect(await tokens.requests.last == "grant_type=refresh_token&refresh_token=refresh-1")
            #expect(await store.token?.refreshToken == "refresh-1")

            try await source.signOut()
            #expect(await store.token == nil)
            guard case .signInRequired? = await API(server, .source(source), kind).failure()?.oauth else {
                throw Unexpected()
            }
        }
    }

    @Test(arguments: TransportKind.allCases)
    func failingAndSlowTokenServers(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let api = API(server, scheme(server).clientCredentials(client), kind)
            await tokens.set(failures: [503])
            try await api.read()
            #expect(await tokens.requests.count == 2)

            let refused = API(server, scheme(server).clientCredentials(client), kind)
            await tokens.set(failures: [401])
            let error = try #require(await refused.failure())
            guard case .refused("temporarily_unavailable", "… is busy", 401)? = error.oauth else { throw Unexpected() }
            #expect(!error.isRetryable && error.request?.operationID == "read")
            // The next request asks again.
            try await refused.read()

            await tokens.set(delay: .seconds(5))
            let slow = scheme(server).clientCredentials(client, options: OAuthOptions(timeout: .milliseconds(50)))
            guard case .unreachable(let cause)? = await API(server, slow, kind).failure()?.oauth else {
                throw Unexpected()
            }
            #expect(cause is TimeoutError)
        }
    }

    /// A canceled request ends at once, and the renewal goes on for the others.
    @Test(arguments: TransportKind.allCases)
    func cancellationLeavesTheRenewal(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            await tokens.set(delay: .seconds(1))
            let api = API(server, scheme(server).clientCredentials(client), kind)
            let canceled = Task { await api.failure() }
            let other = Task { await api.failure() }
            while await tokens.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            canceled.cancel()
            guard case .cancelled? = await canceled.value else { throw Unexpected() }
            #expect(await other.value == nil)
            #expect(await tokens.requests.count == 1)
        }
    }

    /// A token that arrives after a person has signed out is not kept.
    @Test(arguments: TransportKind.allCases)
    func signingOutDuringARenewal(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            await tokens.set(delay: .seconds(1))
            let store = MemoryStore()
            let source = scheme(server).signedIn(
                client, refreshToken: "refresh-0", options: OAuthOptions(store: store))
            await tokens.accept(refreshToken: "refresh-0")
            let api = API(server, .source(source), kind)
            let waiting = Task { await api.failure() }
            while await tokens.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            try await source.signOut()
            guard case .signInRequired? = await waiting.value?.oauth else { throw Unexpected() }
            #expect(await store.token == nil)
            guard case .signInRequired? = await api.failure()?.oauth else { throw Unexpected() }
            #expect(await tokens.requests.count == 1)
        }
    }

    /// A renewal counts against the time limit of the call that needs it.
    @Test(arguments: TransportKind.allCases)
    func slowRenewalAfterARefusal(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let credential = scheme(server).clientCredentials(client)
            try await API(server, credential, kind).read()
            await tokens.revoke()
            await tokens.set(delay: .seconds(5))
            let api = API(server, credential, kind, deadline: .milliseconds(300))
            guard case .transport(let failure)? = await api.failure() else { throw Unexpected() }
            #expect((failure.underlying as? TimeoutError)?.scope == .call)
        }
    }

    @Test(arguments: TransportKind.allCases)
    func discovery(kind: TransportKind) async throws {
        try await withTokenServer { tokens, server in
            let scheme = OAuthScheme(metadata: server)
            try await API(server, scheme.clientCredentials(client), kind).read()
            let found = try await scheme.discovered(using: kind.make())
            let request = try found.authorizationRequest(client, redirectURL: "app://done")
            #expect(request.url.hasPrefix(server + "/sign-in?"))

            let other = OAuthScheme(metadata: server + "/other")
            guard
                case .issuerMismatch("https://evil.example")? =
                    await API(server, other.clientCredentials(client), kind).failure()?.oauth
            else { throw Unexpected() }
        }
    }

    @Test func tokensAreNotSentInTheClear() async throws {
        let flow = OAuthFlow(.clientCredentials, token: "http://login.example.com/token")
        let api = API(
            "https://api.example.com", OAuthScheme(flows: [flow]).clientCredentials(client), .asyncHTTPClient)
        guard case .invalidURL? = await api.failure()?.oauth else { throw Unexpected() }
    }

    @Test func noSecretIsShown() async throws {
        let scheme = scheme("https://login.example.com")
        let request = try scheme.authorizationRequest(client, redirectURL: "app://done")
        let values: [Any] = [
            client, OAuthToken(accessToken: "s3cret", refreshToken: "s3cret", expiresAt: 9), request,
            scheme.clientCredentials(client), scheme.password(user: "u", password: "s3cret", client),
            scheme.signedIn(client, refreshToken: "s3cret"),
            OAuthError.refused(code: "invalid_client", message: nil, status: 401),
        ]
        for value in values {
            var text = "\(value) " + String(reflecting: value)
            dump(value, to: &text)
            #expect(!text.contains("s3cret"), "\(text)")
        }
    }
}

struct Unexpected: Error {}

/// A clock that the test sets.
final class Time: Sendable {
    private let seconds = Mutex(1_000_000.0)

    func advance(_ step: Double) { seconds.withLock { $0 += step } }

    var clock: RetryClock {
        RetryClock(secondsSince1970: { self.seconds.withLock { $0 } }, sleep: { _ in }, random: { 0 })
    }
}
#endif
