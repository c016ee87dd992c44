import ApusClient
import Dispatch

extension HTTPBody {
    /// Returns the same stream with a beat whenever the next chunk takes longer than the interval.
    ///
    /// A server notices only by sending that its client has gone. A stream without beats would keep its memory and its
    /// socket until its next chunk, which may never come.
    func steady(every interval: Duration?, _ beat: [UInt8]) -> HTTPBody {
        guard let interval, bytesInMemory == nil else { return self }
        return HTTPBody(
            streaming: SteadyChunks(body: self, interval: interval, beat: beat), iteration: iteration,
            contentType: contentType)
    }
}

private struct SteadyChunks: AsyncSequence, Sendable {
    let body: HTTPBody
    let interval: Duration
    let beat: [UInt8]

    struct AsyncIterator: AsyncIteratorProtocol {
        let chunks: SteadyChunks
        let reader: Reader

        func next() async throws -> [UInt8]? {
            guard let chunk = await reader.next(within: chunks.interval) else { return chunks.beat }
            return try chunk.get()
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(chunks: self, reader: Reader(NextChunk(body.makeAsyncIterator())))
    }

    /// Requests the chunks one by one, each by a task that goes on while beats are sent.
    ///
    /// The task does not hold the reader, so that it is canceled when nothing reads on. A reader is only used by one
    /// task at a time.
    final class Reader: @unchecked Sendable {
        private let chunk: NextChunk
        private var task: Task<Void, Never>?

        init(_ chunk: NextChunk) { self.chunk = chunk }

        deinit { task?.cancel() }

        /// Returns the next chunk, or `nil` if it takes longer.
        func next(within interval: Duration) async -> NextChunk.Received? {
            let task = task ?? Task { [chunk] in await chunk.receive() }
            self.task = task
            let received = await withTaskCancellationHandler {
                await chunk.take(within: interval)
            } onCancel: {
                task.cancel()
            }
            if received != nil { self.task = nil }
            return received
        }
    }
}

/// The place where a chunk is passed on, or where it waits until it is taken.
private final class NextChunk: @unchecked Sendable {
    typealias Received = Result<[UInt8]?, any Error>

    // Only used by `receive`, which runs once at a time.
    private var chunks: HTTPBody.Iterator
    private let lock = DispatchSemaphore(value: 1)
    // Protected by the lock.
    private var received: Received?
    private var waiter: CheckedContinuation<Received?, Never>?
    /// The number of waits, so that a late deadline does not end the next wait.
    private var wait = 0
    private var isTimeUp = false

    init(_ chunks: HTTPBody.Iterator) { self.chunks = chunks }

    func receive() async {
        let result: Received
        do { result = .success(try await chunks.next()) } catch { result = .failure(error) }
        locked {
            if waiter == nil { received = result }
            return take()
        }?.resume(returning: result)
    }

    func take(within interval: Duration) async -> Received? {
        let number = locked {
            wait += 1
            isTimeUp = false
            return wait
        }
        let deadline = Deadlines.shared.add(.now + interval) { [weak self] in self?.expire(number) }
        defer { _ = Deadlines.shared.remove(deadline) }
        return await withCheckedContinuation { continuation in
            let result: Received?? = locked {
                defer { received = nil }
                if let received { return received }
                if isTimeUp { return .some(nil) }
                waiter = continuation
                return nil
            }
            if let result { continuation.resume(returning: result) }
        }
    }

    private func expire(_ number: Int) {
        locked { () -> CheckedContinuation<Received?, Never>? in
            if number != wait { return nil }
            isTimeUp = true
            return take()
        }?.resume(returning: nil)
    }

    /// Removes and returns the waiter. The lock is held.
    private func take() -> CheckedContinuation<Received?, Never>? {
        defer { waiter = nil }
        return waiter
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        lock.wait()
        defer { lock.signal() }
        return body()
    }
}
