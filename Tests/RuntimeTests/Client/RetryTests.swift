import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import ApusClient

struct RetryTests {
    private func client(
        _ transport: ScriptedTransport, slept: @escaping @Sendable (Duration) -> Void = { _ in },
        repeatable: Set<String> = [], budget: RetryBudget? = nil, deadline: Duration? = nil
    ) -> ClientCore {
        let clock = RetryClock(secondsSince1970: { 784_111_777 }, sleep: { slept($0) }, random: { 1 })
        return ClientCore(
            server: "https://host", transport: transport,
            configuration: ClientConfiguration(
                deadline: deadline,
                retry: RetryPolicy(
                    maximumAttempts: 3, baseDelay: .seconds(1), repeatableOperations: repeatable, budget: budget,
                    clock: clock)))
    }

    private func send(_ method: String, _ client: ClientCore) async throws(SomeError) -> Int {
        try await send(ClientRequest(method, "/x", operationID: "op"), client)
    }

    private func send(_ request: ClientRequest, _ client: ClientCore) async throws(SomeError) -> Int {
        let response: ClientResponse<NoBody> = try await client.send(
            request, throwing: SomeError.self, [.success(204)])
        return response.status
    }

    /// The server's failures and one success.
    private func failingOnce() -> ScriptedTransport {
        ScriptedTransport(.response(503, [.retryAfter: "0"], ""), .response(204, [:], ""))
    }

    @Test func idempotentRequestsAreRepeatedByDefault() async throws {
        #expect(ClientConfiguration().retry.maximumAttempts == 3)
        let transport = failingOnce()
        let client = ClientCore(server: "https://host", transport: transport)
        #expect(try await send("DELETE", client) == 204)
        #expect(await transport.sent.count == 2)
    }

    @Test func theDescriptionDecidesAboutIdempotency() async throws {
        let post = failingOnce()
        #expect(try await send(ClientRequest("POST", "/x", operationID: "op", isIdempotent: true), client(post)) == 204)
        let get = failingOnce()
        await #expect(throws: SomeError.self) {
            _ = try await send(ClientRequest("GET", "/x", operationID: "op", isIdempotent: false), client(get))
        }
        #expect(await get.sent.count == 1)
    }

    @Test func theIdempotencyKeyStaysTheSame() async throws {
        let field = HTTPField.Name("Idempotency-Key")!
        let transport = failingOnce()
        let request = ClientRequest("POST", "/x", operationID: "op", idempotencyKey: "Idempotency-Key")
        #expect(try await send(request, client(transport)) == 204)
        let keys = await transport.sent.map { $0.request.headerFields[field] }
        #expect(keys.count == 2 && keys[0] == keys[1] && UUID(uuidString: keys[0] ?? "") != nil)

        // Another call has another key, and the caller's key is kept.
        let next = failingOnce()
        _ = try await send(request, client(next))
        #expect(await next.sent[0].request.headerFields[field] != keys[0])
        let given = failingOnce()
        var own = ClientRequest("POST", "/x", operationID: "op")
        own.header("Idempotency-Key", "mine")
        #expect(try await send(own, client(given)) == 204)
        #expect(await given.sent.map { $0.request.headerFields[field] } == ["mine", "mine"])
    }

    @Test func aBodyThatCannotBeReadAgainIsNotSentAgain() async throws {
        let transport = failingOnce()
        let (chunks, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        continuation.yield([1])
        continuation.finish()
        var request = ClientRequest("PUT", "/x", operationID: "op")
        request.body(bytes: HTTPBody(streaming: chunks), contentType: "application/octet-stream")
        await #expect(throws: SomeError.self) { _ = try await send(request, client(transport)) }
        #expect(await transport.sent.count == 1)
    }

    @Test func theBudgetLimitsRetries() async throws {
        let failures = Array(repeating: ScriptedTransport.Answer.response(503, [.retryAfter: "0"], ""), count: 40)
        let transport = ScriptedTransport(failures)
        let client = client(transport, budget: RetryBudget(share: 0.25, reserve: 2))
        for _ in 0..<8 { await #expect(throws: SomeError.self) { _ = try await send("GET", client) } }
        // Eight calls, the reserve of two, and one retry for each four calls.
        let sent = await transport.sent.count
        #expect((10...12).contains(sent), "\(sent)")
    }

    @Test func theDeadlineEndsTheCall() async throws {
        // The wait of a second would exceed the deadline, so the response is the result.
        let refused = ScriptedTransport(.response(503, [:], "busy"), .response(204, [:], ""))
        let error = await failureOf("GET", client(refused, deadline: .milliseconds(900)))
        #expect(error?.status == 503 && error?.serverMessage == "busy")
        #expect(await refused.sent.count == 1)

        let silent = client(ScriptedTransport(.never), deadline: .milliseconds(20))
        guard case .transport(TimeoutError(.call, limit: .milliseconds(20)))? = await failureOf("GET", silent) else {
            throw Refused()
        }
    }

    private func failureOf(_ method: String, _ client: ClientCore) async -> SomeError? {
        do throws(SomeError) {
            _ = try await send(method, client)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("retry-after-ms", "1500", 1.5), ("Retry-After", "7", 7), ("X-RateLimit-Reset", "30", 30),
        ("X-RateLimit-Reset", "784111787", 10), ("X-RateLimit-Reset", "784111787500", 10.5),
        ("X-RateLimit-Reset", "1m30s", 90), ("X-RateLimit-Reset", "250ms", 0.25),
        ("X-RateLimit-Reset", "Sun, 06 Nov 1994 08:49:47 GMT", 10), ("X-RateLimit-Reset", "1994-11-06T08:49:47Z", 10),
        ("X-Rate-Limit-Reset", "784111000", 0), ("RateLimit-Reset", "5", 5),
        ("RateLimit", #""burst";r=0;t=4, "day";r=9;t=90"#, 4), ("RateLimit", "limit=10, remaining=0, reset=8", 8),
    ])
    func resetTimes(field: String, value: String, seconds: Double) throws {
        var headers = HTTPFields()
        headers[try #require(HTTPField.Name(field))] = value
        #expect(RetryAfter.delay(in: headers, status: 429, now: 784_111_777) == .seconds(seconds))
    }

    @Test(arguments: ["", "soon", "-1", "1x", "1e300", "ms", "Infinity", "nan"])
    func noResetTimes(value: String) throws {
        #expect(RateLimit.delay(value, now: 0) == nil)
        #expect(RateLimit.delay(policy: value) == nil)
    }

    @Test func aResetTimeOfASuccessIsNoReason() {
        #expect(RetryAfter.delay(in: [HTTPField.Name("X-RateLimit-Reset")!: "5"], status: 500, now: 0) == nil)
    }

    @Test func delays() async throws {
        let delays = Mutex<[Duration]>([])
        let transport = ScriptedTransport(
            .failure(Refused()), .response(503, [.retryAfter: "Sun, 06 Nov 1994 08:49:47 GMT"], ""),
            .response(204, [:], ""))
        let status = try await send("GET", client(transport, slept: { delay in delays.withLock { $0.append(delay) } }))
        #expect(status == 204)
        #expect(delays.withLock { $0 } == [.seconds(1), .seconds(10)])
        #expect(await transport.sent.count == 3)
    }

    @Test func attemptsAreLimited() async throws {
        let transport = ScriptedTransport(
            .response(500, [:], ""), .response(500, [:], ""), .response(500, [:], "no"), .response(204, [:], ""))
        await #expect {
            _ = try await send("PUT", client(transport))
        } throws: { error in
            guard case .undocumented(let response)? = error as? SomeError else { return false }
            return response.status == 500 && response.text == "no"
        }
        #expect(await transport.sent.count == 3)
    }

    @Test func onlyWhatMayBeRepeated() async throws {
        let once = ScriptedTransport(.response(503, [:], ""), .response(204, [:], ""))
        await #expect(throws: SomeError.self) { _ = try await send("POST", client(once)) }
        #expect(await once.sent.count == 1)

        let allowed = ScriptedTransport(.response(503, [.retryAfter: "0"], ""), .response(204, [:], ""))
        #expect(try await send("POST", client(allowed, repeatable: ["op"])) == 204)
    }

    @Test func longRetryAfterIsNotWaitedFor() async throws {
        let transport = ScriptedTransport(.response(503, [.retryAfter: "3600"], ""), .response(204, [:], ""))
        await #expect(throws: SomeError.self) { _ = try await send("GET", client(transport)) }
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Thu, 29 Feb 2024 00:00:00 GMT", 1_709_164_800),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
    ])
    func dates(text: String, seconds: Int) {
        #expect(HTTPDate.secondsSince1970(text) == seconds)
    }

    @Test(arguments: ["", "soon", "-1", "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT"])
    func noDates(text: String) {
        #expect(RetryAfter.delay(text, now: 0) == nil)
    }
}
