/// When a request is sent again.
///
/// Only what may be repeated is: idempotent methods (RFC 9110, section 9.2.2) and the operations that are listed, with a
/// body that can be read again. The wait before attempt *n* + 1 is random between zero and `baseDelay` × 2ⁿ⁻¹, at most
/// `maximumDelay`; or what the response's `Retry-After` asks for. A response that asks for more than
/// `maximumRetryAfter` is not waited for.
public struct RetryPolicy: Sendable {
    /// How often a request is sent at most; 1 means that nothing is retried.
    public var maximumAttempts: Int
    public var baseDelay: Duration
    public var maximumDelay: Duration
    public var maximumRetryAfter: Duration
    /// The statuses of responses after which it is worth to try again.
    public var statuses: Set<Int>
    /// Operations that may be repeated although their method is not idempotent, by `operationId`.
    public var repeatableOperations: Set<String>
    public var clock: RetryClock

    public init(
        maximumAttempts: Int, baseDelay: Duration = .milliseconds(250), maximumDelay: Duration = .seconds(20),
        maximumRetryAfter: Duration = .seconds(60), statuses: Set<Int> = [408, 429, 500, 502, 503, 504],
        repeatableOperations: Set<String> = [], clock: RetryClock = .system
    ) {
        self.maximumAttempts = maximumAttempts
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.maximumRetryAfter = maximumRetryAfter
        self.statuses = statuses
        self.repeatableOperations = repeatableOperations
        self.clock = clock
    }

    /// Nothing is sent twice.
    public static let none = RetryPolicy(maximumAttempts: 1)

    func allowsRepeating(method: String, operationID: String, body: HTTPBody?) -> Bool {
        let isIdempotent = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"].contains(method)
        let isReplayable = body.map { $0.iteration == .multiple } ?? true
        return isReplayable && (isIdempotent || repeatableOperations.contains(operationID))
    }

    /// How long to wait before the next attempt; nil if there is to be none.
    ///
    /// - Parameters:
    ///   - attempt: the number of the attempt that failed, from 1.
    ///   - retryAfter: that field's value, if there was a response with one.
    func delay(afterAttempt attempt: Int, retryAfter: String?) -> Duration? {
        guard attempt < maximumAttempts else { return nil }
        if let retryAfter, let delay = RetryAfter.delay(retryAfter, now: clock.secondsSince1970()) {
            return delay <= maximumRetryAfter ? delay : nil
        }
        // Doubling more often than this passes any sensible maximum, and would overflow.
        let doublings = min(attempt - 1, 30)
        let longest = min(baseDelay * (1 << doublings), maximumDelay)
        return longest * clock.random()
    }
}

/// The time that retries go by; tests have their own.
public struct RetryClock: Sendable {
    var secondsSince1970: @Sendable () -> Double
    var sleep: @Sendable (Duration) async throws -> Void
    var random: @Sendable () -> Double

    /// - Parameters:
    ///   - secondsSince1970: the time of day, for a `Retry-After` that is a date.
    ///   - sleep: waits; throws `CancellationError` when the task is cancelled.
    ///   - random: a number in 0...1, by which delays are multiplied.
    public init(
        secondsSince1970: @escaping @Sendable () -> Double,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.secondsSince1970 = secondsSince1970
        self.sleep = sleep
        self.random = random
    }

    public static let system = RetryClock(
        secondsSince1970: { SystemTime.secondsSince1970() },
        sleep: { try await Task.sleep(for: $0) },
        random: { Double.random(in: 0...1) })
}
