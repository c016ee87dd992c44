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
        guard let limit else { return try await operation() }
        let cancellation = Cancellation()
        let task = Task {
            let deadline = Deadlines.shared.add(.now + limit.time) { cancellation.request() }
            let result: Result<Value, any Error>
            do { result = .success(try await operation()) } catch { result = .failure(error) }
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

    func request() {
        lock.wait()
        isRequested = true
        let cancel = cancel
        lock.signal()
        cancel?()
    }
}
