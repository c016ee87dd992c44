import Testing

@testable import ApusClient

/// Time limits, which share one timer.
struct TimeoutTests {
    private struct Late: Error {}

    @Test func shorterLimitAfterLongerOne() async throws {
        let deadlines = Deadlines()
        let (expired, continuation) = AsyncStream.makeStream(of: String.self)
        let long = deadlines.add(.now + .seconds(3600)) { continuation.yield("long") }
        _ = deadlines.add(.now + .milliseconds(80)) { continuation.yield("second") }
        _ = deadlines.add(.now + .milliseconds(20)) { continuation.yield("first") }
        var names = expired.makeAsyncIterator()
        let both = [await names.next(), await names.next()]
        #expect(Set(both) == ["first", "second"])
        #expect(deadlines.remove(long))
    }

    @Test func deadlineAfterTheTimersEnd() async {
        let deadlines = Deadlines()
        for _ in 0..<2 {
            let expired = await withCheckedContinuation { continuation in
                _ = deadlines.add(.now + .milliseconds(20)) { continuation.resume(returning: true) }
            }
            #expect(expired)
        }
    }

    @Test func removedDeadlineDoesNotExpire() async throws {
        let deadlines = Deadlines()
        let (expired, continuation) = AsyncStream.makeStream(of: String.self)
        let removed = deadlines.add(.now + .milliseconds(20)) { continuation.yield("removed") }
        #expect(deadlines.remove(removed))
        #expect(!deadlines.remove(removed))
        _ = deadlines.add(.now + .milliseconds(60)) { continuation.yield("other") }
        var names = expired.makeAsyncIterator()
        #expect(await names.next() == "other")
    }

    /// A stream that is canceled may end as if it were complete.
    @Test func operationThatReturnsWhenItIsCanceled() async throws {
        await #expect(throws: Late.self) {
            try await Timeout.run((.milliseconds(20), Late())) {
                try? await Task.sleep(for: .seconds(60))
                return 1
            }
        }
    }

    @Test func cancellationReachesTheOperation() async throws {
        let task = Task {
            try await Timeout.run((.seconds(3600), Late())) { try await Task.sleep(for: .seconds(3600)) }
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
