package enum Timeout {
    /// Runs an operation and cancels it when the time limit is reached.
    ///
    /// - Throws: The error of the limit if the time was up before the operation ended, or the error of the operation.
    package static func run<Value: Sendable>(
        _ limit: (time: Duration, error: any Error)?, _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let limit else { return try await operation() }
        let task = Task { try await operation() }
        let deadline = Deadlines.shared.add(.now + limit.time) { task.cancel() }
        let result = await withTaskCancellationHandler {
            await task.result
        } onCancel: {
            task.cancel()
        }
        // A canceled operation may look like one that has ended, because some streams end when they are canceled.
        guard Deadlines.shared.remove(deadline) else { throw limit.error }
        return try result.get()
    }
}
