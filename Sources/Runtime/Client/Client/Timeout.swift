import Dispatch

package enum Timeout {
    /// Runs an operation and cancels it when the time limit is reached.
    ///
    /// The time begins when the operation runs. A busy process would otherwise refuse what has already arrived.
    ///
    /// - Throws: The error of the limit if the time was up before the operation ended, or the error of the operation.
    package static func run<Value: Sendable>(
        _ limit: (time: Duration, error: any Error)?, _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await run(limit) { _ in try await operation() }
    }

    /// Runs an operation that can tell the time limit from other reasons for its cancellation.
    package static func run<Value: Sendable>(
        _ limit: (time: Duration, error: any Error)?, _ operation: @escaping @Sendable (Expiry) async throws -> Value
    ) async throws -> Value {
        guard let limit else { return try await operation(Expiry()) }
        let cancellation = Cancellation()
        let task = Task {
            let deadline = Deadlines.shared.add(.now + limit.time) { cancellation.request() }
            let expiry = Expiry(cancellation: cancellation, limit: limit.error)
            let result: Result<Value, any Error>
            do { result = .success(try await operation(expiry)) } catch { result = .failure(error) }
            // A canceled operation may look like one that has ended, because some streams end when they are canceled.
            guard Deadlines.shared.remove(deadline) else { throw limit.error }
            return try result.get()
        }
        cancellation.set { task.cancel() }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}

/// Tells an operation whether its time limit has been reached.
package struct Expiry: Sendable {
    fileprivate var cancellation: Cancellation?
    fileprivate var limit: (any Error)?

    /// The error of the limit if the time is up, or `nil`.
    package var error: (any Error)? { cancellation?.hasBeenRequested == true ? limit : nil }
}

/// The way to cancel a task, which may be needed before it is known.
private final class Cancellation: @unchecked Sendable {
    // Protected by the lock.
    private var cancel: (@Sendable () -> Void)?
    private var isRequested = false
    private let lock = DispatchSemaphore(value: 1)

    func set(_ cancel: @escaping @Sendable () -> Void) {
        lock.wait()
        self.cancel = cancel
        let isRequested = isRequested
        lock.signal()
        if isRequested { cancel() }
    }

    var hasBeenRequested: Bool {
        lock.wait()
        defer { lock.signal() }
        return isRequested
    }

    func request() {
        lock.wait()
        isRequested = true
        let cancel = cancel
        lock.signal()
        cancel?()
    }
}
