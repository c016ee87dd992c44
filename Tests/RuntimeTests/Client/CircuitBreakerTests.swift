import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import ApusClient

struct CircuitBreakerTests {
    private let time = Time()

    private final class Time: Sendable {
        let seconds = Mutex(0.0)
        func advance(_ step: Double) { seconds.withLock { $0 += step } }
    }

    private func send(
        _ transport: ScriptedTransport, _ breaker: CircuitBreaker, timeout: Duration? = nil
    ) async -> SomeError? {
        var configuration = ClientConfiguration(middlewares: [breaker], retry: .none)
        if let timeout { configuration.timeout = timeout }
        let core = ClientCore(server: "https://host", transport: transport, configuration: configuration)
        do throws(SomeError) {
            let _: ClientResponse<NoBody> = try await core.send(
                ClientRequest("GET", "/x", operationID: "op"), throwing: SomeError.self, [.success(204)])
            return nil
        } catch {
            return error
        }
    }

    @Test func opensProbesAndCloses() async throws {
        let clock = RetryClock(
            secondsSince1970: { [time] in time.seconds.withLock { $0 } }, sleep: { _ in }, random: { 0 })
        let breaker = CircuitBreaker(failures: 2, pause: .seconds(10), clock: clock)
        let transport = ScriptedTransport(
            .response(500, [:], ""), .failure(Refused()), .response(503, [:], ""), .response(204, [:], ""),
            .response(204, [:], ""))
        #expect(await send(transport, breaker)?.status == 500)
        #expect(await send(transport, breaker) != nil)

        let open = await send(transport, breaker)
        guard case .transport(CircuitOpenError(host: "host:0", retryAfter: .seconds(10)))? = open else {
            throw Refused()
        }
        #expect(open?.isRetryable == true && open?.retryAfter == .seconds(10))
        #expect(await transport.sent.count == 2)

        // The probe fails, so another pause begins.
        time.advance(10)
        #expect(await send(transport, breaker)?.status == 503)
        time.advance(9)
        #expect(await send(transport, breaker)?.retryAfter == .seconds(1))
        time.advance(1)
        #expect(await send(transport, breaker) == nil)
        #expect(await send(transport, breaker) == nil)
        #expect(await transport.sent.count == 5)
    }

    /// A host that does not answer in time keeps failing too.
    @Test func timeLimitsCount() async throws {
        let clock = RetryClock(
            secondsSince1970: { [time] in time.seconds.withLock { $0 } }, sleep: { _ in }, random: { 0 })
        let breaker = CircuitBreaker(failures: 2, pause: .seconds(10), clock: clock)
        let transport = ScriptedTransport(.never, .never, .never, .response(204, [:], ""))
        for _ in 0..<2 {
            guard
                case .transport(TimeoutError(.attempt, limit: .milliseconds(20)))? = await send(
                    transport, breaker, timeout: .milliseconds(20))
            else { throw Refused() }
        }
        #expect(await send(transport, breaker)?.retryAfter == .seconds(10))
        #expect(await transport.sent.count == 2)

        // A probe that is not answered in time has failed.
        time.advance(10)
        #expect(await send(transport, breaker, timeout: .milliseconds(20)) != nil)
        #expect(await send(transport, breaker)?.retryAfter == .seconds(10))
    }

    /// A request that the caller gives up says nothing about the host.
    @Test func cancellationDoesNotCount() async throws {
        let breaker = CircuitBreaker(failures: 1, pause: .seconds(10))
        let transport = ScriptedTransport(.never, .response(204, [:], ""))
        let task = Task { await send(transport, breaker) }
        while await transport.sent.isEmpty { await Task.yield() }
        task.cancel()
        guard case .cancelled? = await task.value else { throw Refused() }
        #expect(await send(transport, breaker) == nil)
    }

    /// A request that was sent before the circuit opened may end while the probe is under way, but decides nothing.
    @Test(arguments: [204, 500]) func onlyTheProbeDecides(late: Int) async throws {
        let clock = RetryClock(
            secondsSince1970: { [time] in time.seconds.withLock { $0 } }, sleep: { _ in }, random: { 0 })
        let breaker = CircuitBreaker(failures: 1, pause: .seconds(10), clock: clock)
        let older = HeldExchange()
        let olderTask = Task { await older.send(breaker) }
        await older.isSent()
        #expect(await send(ScriptedTransport(.response(500, [:], "")), breaker)?.status == 500)

        time.advance(10)
        let probe = HeldExchange()
        let probeTask = Task { await probe.send(breaker) }
        await probe.isSent()
        older.answer(late)
        #expect(await olderTask.value == late)
        #expect(await send(ScriptedTransport(.response(204, [:], "")), breaker)?.retryAfter == .seconds(10))
        probe.answer(204)
        #expect(await probeTask.value == 204)
        #expect(await send(ScriptedTransport(.response(204, [:], "")), breaker) == nil)
    }

    /// An exchange that is answered when the test says so.
    private struct HeldExchange {
        private let sent = AsyncStream.makeStream(of: Void.self)
        private let answers = AsyncStream.makeStream(of: Int.self)

        func isSent() async { for await _ in sent.stream { return } }

        func answer(_ status: Int) { answers.continuation.yield(status) }

        /// Returns the status, or `nil` if the request was refused.
        func send(_ breaker: CircuitBreaker) async -> Int? {
            let request = HTTPRequest(method: .get, scheme: "https", authority: "host", path: "/x")
            let url = URL(string: "https://host")!
            let result = try? await breaker.intercept(request, body: nil, baseURL: url, operationID: "op") { _, _, _ in
                sent.continuation.yield()
                for await status in answers.stream { return (HTTPResponse(status: .init(code: status)), nil) }
                throw CancellationError()
            }
            return result?.0.status.code
        }
    }
}
