import HTTPTypes

/// Decides whether and when a failed request is sent again.
///
/// ```swift
/// let configuration = ClientConfiguration(
///     retry: RetryPolicy(maximumAttempts: 5, repeatableOperations: ["createSession"]))
/// ```
///
/// A request is repeated only if its body can be read again and another execution does no harm: its method is idempotent
/// (RFC 9110, section 9.2.2), the API description says so (`x-apus-idempotent`), it has an `Idempotency-Key`, or its
/// operation is listed.
///
/// The delay before attempt *n* + 1 is random between zero and `baseDelay` × 2ⁿ⁻¹, at most `maximumDelay`. A response's
/// `Retry-After` replaces it, or the reset time of a rate limit. If that time exceeds `maximumRetryAfter`, the request is
/// not repeated.
public struct RetryPolicy: Sendable {
    /// The maximum number of attempts. 1 means no retries.
    public var maximumAttempts: Int
    /// The upper bound of the first delay. It doubles with each attempt.
    public var baseDelay: Duration
    /// The upper bound of all delays without `Retry-After`.
    public var maximumDelay: Duration
    /// The longest `Retry-After` to wait for.
    public var maximumRetryAfter: Duration
    /// The status codes after which a request is repeated.
    public var statuses: Set<Int>
    /// The `operationId`s of operations that may be repeated although their method is not idempotent.
    public var repeatableOperations: Set<String>
    /// The share of retries among the requests of a client, or `nil` for no limit.
    public var budget: RetryBudget?
    /// The clock and the random numbers that delays use.
    public var clock: RetryClock

    public init(
        maximumAttempts: Int, baseDelay: Duration = .milliseconds(250), maximumDelay: Duration = .seconds(20),
        maximumRetryAfter: Duration = .seconds(60), statuses: Set<Int> = [408, 429, 500, 502, 503, 504],
        repeatableOperations: Set<String> = [], budget: RetryBudget? = RetryBudget(), clock: RetryClock = .system
    ) {
        self.maximumAttempts = maximumAttempts
        self.baseDelay = baseDelay
        self.maximumDelay = maximumDelay
        self.maximumRetryAfter = maximumRetryAfter
        self.statuses = statuses
        self.repeatableOperations = repeatableOperations
        self.budget = budget
        self.clock = clock
    }

    /// Sends each request once.
    public static let none = RetryPolicy(maximumAttempts: 1)

    /// Sends an idempotent request up to three times.
    public static let standard = RetryPolicy(maximumAttempts: 3)

    /// Returns the delay before the next attempt, or `nil` if there is none.
    ///
    /// - Parameters:
    ///   - attempt: The number of the attempt that failed, from 1.
    ///   - response: The response, if any.
    func delay(afterAttempt attempt: Int, response: HTTPResponse?) -> Duration? {
        guard attempt < maximumAttempts else { return nil }
        if let response,
            let delay = RetryAfter.delay(
                in: response.headerFields, status: response.status.code, now: clock.secondsSince1970())
        {
            return delay <= maximumRetryAfter ? delay : nil
        }
        // More doublings would exceed any sensible maximum and overflow.
        let doublings = min(attempt - 1, 30)
        let longest = min(baseDelay * (1 << doublings), maximumDelay)
        return longest * clock.random()
    }
}

/// The clock and the random numbers of retries. Tests replace them.
public struct RetryClock: Sendable {
    package var secondsSince1970: @Sendable () -> Double
    package var sleep: @Sendable (Duration) async throws -> Void
    var random: @Sendable () -> Double

    /// - Parameters:
    ///   - secondsSince1970: Returns the time of day, to which a date in `Retry-After` is compared.
    ///   - sleep: Waits. Throws `CancellationError` when the task is canceled.
    ///   - random: Returns a number in 0...1, by which delays are multiplied.
    public init(
        secondsSince1970: @escaping @Sendable () -> Double,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.secondsSince1970 = secondsSince1970
        self.sleep = sleep
        self.random = random
    }

    /// The system's clock and random number generator.
    public static let system = RetryClock(
        secondsSince1970: { SystemTime.secondsSince1970() },
        sleep: { try await Task.sleep(for: $0) },
        random: { Double.random(in: 0...1) })
}
