import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import ApusClient

struct RetryTests {
    private func client(
        _ transport: ScriptedTransport, slept: @escaping @Sendable (Duration) -> Void = { _ in },
        repeatable: Set<String> = []
    ) -> ClientCore {
        let clock = RetryClock(secondsSince1970: { 784_111_777 }, sleep: { slept($0) }, random: { 1 })
        return ClientCore(
            server: "https://host", transport: transport,
            configuration: ClientConfiguration(
                retry: RetryPolicy(
                    maximumAttempts: 3, baseDelay: .seconds(1), repeatableOperations: repeatable, clock: clock)))
    }

    private func send(_ method: String, _ client: ClientCore) async throws(SomeError) -> Int {
        let response: ClientResponse<NoBody> = try await client.send(
            ClientRequest(method, "/x", operationID: "op"), throwing: SomeError.self, [.success(204)])
        return response.status
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
