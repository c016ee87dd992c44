import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One request and its response, shared by the session's queue and the waiting task.
///
/// If more unread bytes than a limit are pending, the task is suspended, so that a slow reader does not fill the
/// memory. Where a suspended task would restart its request, further bytes are written to a file instead.
final class Exchange: @unchecked Sendable {
    let task: URLSessionDataTask

    private let lock = NSLock()
    // `lock` guards all properties below.
    private var head: Result<HTTPURLResponse, any Error>?
    private var headWaiter: CheckedContinuation<HTTPURLResponse, any Error>?
    private var waiting = WaitingBytes(limit: 1 << 20)
    private var isSuspended = false
    /// The request's body, which must exist until the request ends.
    private var upload: TemporaryFile?
    private var end: Result<Void, any Error>?
    private var chunkWaiter: CheckedContinuation<[UInt8]?, any Error>?

    init(_ task: URLSessionDataTask, upload: TemporaryFile?) {
        self.task = task
        self.upload = upload
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

    /// Returns the next bytes, or `nil` at the end.
    func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                lock.lock()
                if !waiting.isEmpty {
                    let chunk = Result { try waiting.take() }
                    let resumes = isSuspended
                    isSuspended = false
                    lock.unlock()
                    if resumes { task.resume() }
                    continuation.resume(with: chunk.map { $0 })
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
        #if canImport(FoundationNetworking)
        let added = Result { try waiting.spill(bytes) }
        lock.unlock()
        if case .failure(let error) = added {
            // Canceling a task waits for its session, which may be waiting for this call to return.
            DispatchQueue.global().async { [task] in task.cancel() }
            finish(error)
        }
        #else
        waiting.append(bytes)
        let suspends = !isSuspended && end == nil && waiting.isFull
        if suspends { isSuspended = true }
        lock.unlock()
        if suspends { task.suspend() }
        #endif
    }

    func finish(_ error: (any Error)?) {
        let end: Result<Void, any Error> = error.map { .failure(Self.redacted($0)) } ?? .success(())
        settle(.failure(error.map(Self.redacted) ?? URLError(.badServerResponse)))
        lock.lock()
        if self.end == nil { self.end = end }
        let waiter = chunkWaiter
        chunkWaiter = nil
        upload = nil
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

    /// Returns the error without the request's URL, whose query may contain a credential.
    private static func redacted(_ error: any Error) -> any Error {
        guard let error = error as? URLError else { return error }
        if error.code == .cancelled { return CancellationError() }
        return URLError(error.code, userInfo: [NSLocalizedDescriptionKey: error.localizedDescription])
    }
}

/// The body of a response as a stream. The request is canceled if the stream is released before its end.
struct ReceivedBytes: AsyncSequence, Sendable {
    private let owner: Owner

    /// Cancels the request when no iterator can read on.
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
