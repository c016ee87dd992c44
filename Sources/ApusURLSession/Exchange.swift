import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its response, between the session's queue and the task that waits.
///
/// When more than `highWatermark` bytes wait to be read, the task is suspended, so that a slow reader does not fill the
/// memory.
final class Exchange: @unchecked Sendable {
    let task: URLSessionDataTask

    private let lock = NSLock()
    // All below is guarded by `lock`.
    private var head: Result<HTTPURLResponse, any Error>?
    private var headWaiter: CheckedContinuation<HTTPURLResponse, any Error>?
    private var chunks: [[UInt8]] = []
    private var waitingBytes = 0
    private var isSuspended = false
    private var end: Result<Void, any Error>?
    private var chunkWaiter: CheckedContinuation<[UInt8]?, any Error>?

    private static let highWatermark = 1 << 20

    init(_ task: URLSessionDataTask) {
        self.task = task
    }

    func cancel() {
        task.cancel()
        finish(CancellationError())
    }

    // MARK: For the reader

    func start() async throws -> HTTPURLResponse {
        try await withCheckedThrowingContinuation { continuation in
            let head: Result<HTTPURLResponse, any Error>? = lock.withLock {
                if self.head == nil { headWaiter = continuation }
                return self.head
            }
            if let head { continuation.resume(with: head) } else { task.resume() }
        }
    }

    /// The next bytes; nil at the end.
    func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                lock.lock()
                if !chunks.isEmpty {
                    let chunk = Array(chunks.joined())
                    chunks = []
                    waitingBytes = 0
                    let resumes = isSuspended
                    isSuspended = false
                    lock.unlock()
                    if resumes { task.resume() }
                    continuation.resume(returning: chunk)
                } else if let end {
                    lock.unlock()
                    continuation.resume(with: end.map { nil })
                } else {
                    chunkWaiter = continuation
                    lock.unlock()
                }
            }
        } onCancel: {
            cancel()
        }
    }

    // MARK: For the session

    func receive(_ response: URLResponse) {
        let head: Result<HTTPURLResponse, any Error> =
            (response as? HTTPURLResponse).map { .success($0) } ?? .failure(URLError(.badServerResponse))
        settle(head)
    }

    func receive(_ bytes: [UInt8]) {
        if bytes.isEmpty { return }
        lock.lock()
        if let waiter = chunkWaiter {
            chunkWaiter = nil
            lock.unlock()
            waiter.resume(returning: bytes)
            return
        }
        chunks.append(bytes)
        waitingBytes += bytes.count
        let suspends = !isSuspended && end == nil && waitingBytes > Self.highWatermark
        if suspends { isSuspended = true }
        lock.unlock()
        if suspends { task.suspend() }
    }

    func finish(_ error: (any Error)?) {
        let end: Result<Void, any Error> = error.map { .failure(Self.redacted($0)) } ?? .success(())
        settle(.failure(error.map(Self.redacted) ?? URLError(.badServerResponse)))
        lock.lock()
        if self.end == nil { self.end = end }
        let waiter = chunkWaiter
        chunkWaiter = nil
        lock.unlock()
        waiter?.resume(with: end.map { nil })
    }

    private func settle(_ head: Result<HTTPURLResponse, any Error>) {
        let waiter: CheckedContinuation<HTTPURLResponse, any Error>? = lock.withLock {
            if self.head == nil { self.head = head }
            defer { headWaiter = nil }
            return headWaiter
        }
        waiter?.resume(with: head)
    }

    /// The error without the request's URL, whose query may hold a credential.
    private static func redacted(_ error: any Error) -> any Error {
        guard let error = error as? URLError else { return error }
        if error.code == .cancelled { return CancellationError() }
        return URLError(error.code, userInfo: [NSLocalizedDescriptionKey: error.localizedDescription])
    }
}

/// The body of a response, as it arrives. When it is left before its end, the request is cancelled.
struct ReceivedBytes: AsyncSequence, Sendable {
    private let owner: Owner

    /// Cancels the request when nobody can read on.
    private final class Owner: Sendable {
        let exchange: Exchange

        init(_ exchange: Exchange) {
            self.exchange = exchange
        }

        deinit {
            exchange.cancel()
        }
    }

    init(_ exchange: Exchange) {
        owner = Owner(exchange)
    }

    struct Iterator: AsyncIteratorProtocol {
        private let owner: Owner

        fileprivate init(_ bytes: ReceivedBytes) {
            owner = bytes.owner
        }

        mutating func next() async throws -> [UInt8]? {
            try await owner.exchange.next()
        }
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(self)
    }
}
