#if Logging
import ApusClient
import HTTPTypes
public import Logging

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Middleware that logs each attempt to send a request with swift-log.
///
/// ```swift
/// let configuration = ClientConfiguration(middlewares: [LoggingMiddleware(logger: Logger(label: "api"))])
/// ```
///
/// An entry has the method, the URL, the status and the duration as metadata with OpenTelemetry's names. The values of
/// the query are replaced. Header fields are logged only if they are listed, and bodies never.
public struct LoggingMiddleware: ClientMiddleware {
    private let logger: Logger
    private let level: Logger.Level
    private let failureLevel: Logger.Level
    private let headers: [HTTPField.Name]

    /// The fields that are never logged.
    private static let secrets: Set<HTTPField.Name> = [
        .authorization, .proxyAuthorization, .cookie, .setCookie, .wwwAuthenticate, .proxyAuthenticate,
    ]

    /// - Parameters:
    ///   - level: The level of successes.
    ///   - failureLevel: The level of errors and of statuses from 400.
    ///   - headers: The header fields of requests and responses to log. Fields with credentials of HTTP are left out. Do
    ///     not list a field with an API key.
    public init(
        logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .warning,
        headers: [HTTPField.Name] = []
    ) {
        self.logger = logger
        self.level = level
        self.failureLevel = failureLevel
        self.headers = headers.filter { !Self.secrets.contains($0) }
    }

    public func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let attributes = RequestAttributes(request, baseURL: baseURL, operationID: operationID)
        var metadata: Logger.Metadata = [
            "http.request.method": "\(attributes.method)", "url.full": "\(attributes.redactedURL)",
            "server.address": "\(attributes.address)", "server.port": "\(attributes.port)",
            "apus.operation": "\(operationID)",
        ]
        if let template = attributes.template { metadata["url.template"] = "\(template)" }
        if attributes.resendCount > 0 { metadata["http.request.resend_count"] = "\(attributes.resendCount)" }
        add(request.headerFields, "http.request.header.", to: &metadata)
        let start = ContinuousClock.now
        do {
            let result = try await next(request, body, baseURL)
            let status = result.0.status.code
            metadata["http.response.status_code"] = "\(status)"
            metadata["error.type"] = RequestAttributes.errorType(status: status).map { "\($0)" }
            add(result.0.headerFields, "http.response.header.", to: &metadata)
            log("\(operationID) responded with \(status)", isFailure: status >= 400, start, metadata)
            return result
        } catch {
            metadata["error.type"] = "\(RequestAttributes.errorType(error))"
            log("\(operationID) failed", isFailure: !(error is CancellationError), start, metadata)
            throw error
        }
    }

    private func log(
        _ message: String, isFailure: Bool, _ start: ContinuousClock.Instant, _ metadata: Logger.Metadata
    ) {
        var metadata = metadata
        metadata["http.client.request.duration"] = "\(ContinuousClock.now - start)"
        logger.log(level: isFailure ? failureLevel : level, "\(message)", metadata: metadata)
    }

    private func add(_ fields: HTTPFields, _ prefix: String, to metadata: inout Logger.Metadata) {
        for name in headers {
            if let value = fields[name] { metadata[prefix + name.canonicalName] = "\(value)" }
        }
    }
}
#endif
