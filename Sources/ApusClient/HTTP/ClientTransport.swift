import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Sends HTTP requests: the seam between a generated client and an HTTP library.
///
/// A transport sends exactly what it is given. It follows no redirect, stores no cookie and knows no credentials:
/// `ClientCore` has put those on the request.
public protocol ClientTransport: Sendable {
    /// Sends a request and returns when the head of the response has arrived.
    ///
    /// - Parameters:
    ///   - request: its `path` is the request target (path and query, percent-encoded) below `baseURL`; `scheme` and
    ///     `authority` are nil. See ``ServerURL/target(_:below:)``.
    ///   - operationID: the operation that the request belongs to, for logs and metrics.
    /// - Throws: `CancellationError` if the task was cancelled; else the HTTP library's error, which must not
    ///   spell the request's URL or header fields, since they may hold credentials.
    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?)
}

/// Sees each request before it is sent and each response before it is decoded.
///
/// A middleware may change either, answer by itself, or throw. With retries, it sees every attempt.
public protocol ClientMiddleware: Sendable {
    func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?)
}
