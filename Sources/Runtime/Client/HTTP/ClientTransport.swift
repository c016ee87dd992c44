import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Sends HTTP requests with an HTTP library.
///
/// A transport sends exactly the request that it receives. It follows no redirects, stores no cookies and adds no
/// credentials: `ClientCore` has already added those.
///
/// ```swift
/// struct RecordedTransport: ClientTransport {
///     func send(
///         _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
///     ) async throws -> (HTTPResponse, HTTPBody?) {
///         (HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), HTTPBody(#"{"id":1}"#))
///     }
/// }
/// ```
public protocol ClientTransport: Sendable {
    /// Sends a request and returns when the head of the response has been received.
    ///
    /// - Parameters:
    ///   - request: The request. Its `path` is the percent-encoded path and query below `baseURL`; `scheme` and
    ///     `authority` are `nil`. ``ServerURL/target(_:below:)`` returns the URL.
    ///   - operationID: The ID of the operation, for logs and metrics.
    /// - Throws: `CancellationError` if the task was canceled, or the HTTP library's error. The error must not contain
    ///   the request's URL or header fields, because they may contain credentials.
    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?)
}

/// Intercepts each request before it is sent and each response before it is decoded.
///
/// Middleware may change the request or the response, return a response of its own, or throw. It sees each attempt of a
/// repeated request.
///
/// ```swift
/// struct Logger: ClientMiddleware {
///     func intercept(
///         _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
///         next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
///     ) async throws -> (HTTPResponse, HTTPBody?) {
///         let (response, body) = try await next(request, body, baseURL)
///         print(operationID, response.status.code)
///         return (response, body)
///     }
/// }
/// ```
public protocol ClientMiddleware: Sendable {
    /// Intercepts a request.
    ///
    /// - Parameter next: Sends the request through the remaining middleware and the transport.
    func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?)
}
