package enum Timeout {
    /// Runs an operation and cancels it when the time limit is reached.
    ///
    /// - Throws: ``TimeoutError``, or the error of the operation.
    package static func run<Value: Sendable>(
        _ limit: (time: Duration, error: TimeoutError)?, _ operation: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let limit else { return try await operation() }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await operation() }
            group.addTask {
                try await Task.sleep(for: limit.time)
                return nil
            }
            defer { group.cancelAll() }
            guard case .some(.some(let value)) = try await group.next() else { throw limit.error }
            return value
        }
    }
}
