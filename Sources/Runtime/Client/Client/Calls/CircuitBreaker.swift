import Dispatch
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Middleware that stops sending requests to a host that keeps failing.
///
/// ```swift
/// let configuration = ClientConfiguration(middlewares: [CircuitBreaker(failures: 5, pause: .seconds(30))])
/// ```
///
/// After a number of failures in a row, requests to the host fail at once with ``CircuitOpenError``. After the pause, one
/// request is sent as a probe. If it succeeds, the circuit closes. If it fails, another pause begins. A failure is an
/// error of the transport, a time limit or one of the statuses. Use one circuit breaker for all clients of a host.
public final class CircuitBreaker: ClientMiddleware, @unchecked Sendable {
    private enum State {
        case closed(failures: Int)
        case open(until: Double)
        /// A probe has been sent.
        case halfOpen
    }

    private let failures: Int
    private let pause: Duration
    private let statuses: Set<Int>
    private let clock: RetryClock
    private let lock = DispatchSemaphore(value: 1)
    private var states: [String: State] = [:]

    /// - Parameters:
    ///   - failures: The number of failures in a row that opens the circuit.
    ///   - pause: The time during which no request is sent.
    ///   - statuses: The status codes that count as failures.
    public init(
        failures: Int = 5, pause: Duration = .seconds(30), statuses: Set<Int> = [500, 502, 503, 504],
        clock: RetryClock = .system
    ) {
        self.failures = failures
        self.pause = pause
        self.statuses = statuses
        self.clock = clock
    }

    public func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let host = (baseURL.host ?? "") + ":\(baseURL.port ?? 0)"
        let isProbe = try admit(host)
        do {
            let result = try await next(request, body, baseURL)
            record(statuses.contains(result.0.status.code) ? .failure : .success, host, isProbe: isProbe)
            return result
        } catch {
            // The task is canceled too when the time is up.
            let isCanceled = error is CancellationError || Task.isCancelled && !(error is TimeoutError)
            record(isCanceled ? .unknown : .failure, host, isProbe: isProbe)
            throw error
        }
    }

    private enum Outcome {
        case success, failure, unknown
    }

    /// Throws if the circuit is open, and returns whether the request is a probe.
    private func admit(_ host: String) throws(CircuitOpenError) -> Bool {
        lock.wait()
        defer { lock.signal() }
        switch states[host] {
        case nil, .closed: return false
        case .open(let end):
            let rest = end - clock.secondsSince1970()
            if rest > 0 { throw CircuitOpenError(host: host, retryAfter: .seconds(rest)) }
            states[host] = .halfOpen
            return true
        case .halfOpen: throw CircuitOpenError(host: host, retryAfter: pause)
        }
    }

    /// Only the probe decides on a circuit that is not closed: other requests were sent before it opened.
    private func record(_ outcome: Outcome, _ host: String, isProbe: Bool) {
        lock.wait()
        defer { lock.signal() }
        let open = State.open(until: clock.secondsSince1970() + pause.seconds)
        switch (states[host], outcome) {
        case (.halfOpen, _) where !isProbe: break
        case (.halfOpen, .failure): states[host] = open
        // A probe that was canceled says nothing, so the next request is a probe.
        case (.halfOpen, .unknown): states[host] = .open(until: clock.secondsSince1970())
        case (.open, _), (_, .unknown): break
        case (_, .success): states[host] = .closed(failures: 0)
        case (.closed(let count), .failure): states[host] = count + 1 < failures ? .closed(failures: count + 1) : open
        case (nil, .failure): states[host] = failures > 1 ? .closed(failures: 1) : open
        }
    }
}

/// The error for a request that was not sent because its host keeps failing (``CircuitBreaker``).
public struct CircuitOpenError: TransientError, Hashable, CustomStringConvertible {
    public var host: String
    /// The time until another request is sent.
    public var retryAfter: Duration

    public init(host: String, retryAfter: Duration) {
        self.host = host
        self.retryAfter = retryAfter
    }

    public var isTransient: Bool { true }

    public var description: String { "\(host) keeps failing, so no request is sent for \(retryAfter)" }
}

extension Duration {
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
