/// The error of a request that could not be sent, or whose response could not be received.
///
/// ```swift
/// } catch .transport(let failure) where failure.underlying is TimeoutError {
/// ```
public struct TransportFailure: Error, Sendable {
    private struct Contents: Sendable {
        var underlying: any Error
        var request: RequestSummary?
    }

    private var contents: OnHeap<Contents>

    public init(_ underlying: any Error, request: RequestSummary? = nil) {
        contents = OnHeap(Contents(underlying: underlying, request: request))
    }

    /// The error of the transport, a middleware or a credential. It can also be a ``TimeoutError``, an
    /// ``HTTPBodyError`` or a ``CircuitOpenError``.
    public var underlying: any Error { contents.value.underlying }
    /// The request.
    public var request: RequestSummary? { contents.value.request }

    /// Whether another attempt may succeed.
    public var isTransient: Bool { (underlying as? any TransientError)?.isTransient ?? true }

    /// Whether the request has certainly not reached the server.
    var wasNotSent: Bool { underlying is CircuitOpenError }
}

extension TransportFailure: CustomStringConvertible {
    public var description: String { String(describing: underlying) }
}

/// Returns whether an error is the cause of a failure, for patterns such as `case .transport(RepeatedPageToken())`.
public func ~= <Cause: Error & Equatable>(cause: Cause, failure: TransportFailure) -> Bool {
    failure.underlying as? Cause == cause
}

/// An error that says whether another attempt may succeed. Errors without this conformance count as transient, because
/// most errors of HTTP libraries are.
public protocol TransientError: Error {
    var isTransient: Bool { get }
}

extension HTTPBodyError: TransientError {
    public var isTransient: Bool { false }
}

extension RepeatedPageToken: TransientError {
    public var isTransient: Bool { false }
}

/// The error for a response that was not complete in time.
public struct TimeoutError: TransientError, Hashable, CustomStringConvertible {
    /// The limited time.
    public enum Scope: Hashable, Sendable {
        /// One attempt (`ClientConfiguration.timeout`).
        case attempt
        /// The call with all its attempts (`ClientConfiguration.deadline`).
        case call
    }

    public var scope: Scope
    public var limit: Duration

    public init(_ scope: Scope, limit: Duration) {
        self.scope = scope
        self.limit = limit
    }

    public var isTransient: Bool { true }

    public var description: String {
        switch scope {
        case .attempt: "the response was not complete after \(limit)"
        case .call: "the response was not complete after \(limit), the time for all attempts"
        }
    }
}
