#if Tracing
import ApusClient
import HTTPTypes
public import Tracing

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Middleware that makes a span of each attempt to send a request with swift-distributed-tracing, and propagates its
/// context to the server.
///
/// ```swift
/// let configuration = ClientConfiguration(middlewares: [TracingMiddleware()])
/// ```
///
/// Spans have the names and attributes of OpenTelemetry's semantic conventions for HTTP clients. A span ends with the head
/// of the response. The values of the URL's query are replaced.
public struct TracingMiddleware: ClientMiddleware {
    private let tracer: (any Tracer)?

    /// - Parameter tracer: The tracer, or `nil` for that of `InstrumentationSystem`.
    public init(tracer: (any Tracer)? = nil) {
        self.tracer = tracer
    }

    public func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let attributes = RequestAttributes(request, baseURL: baseURL, operationID: operationID)
        let tracer = tracer ?? InstrumentationSystem.tracer
        return try await tracer.withAnySpan(attributes.spanName, ofKind: .client) { span in
            span.attributes["http.request.method"] = attributes.method
            span.attributes["url.full"] = attributes.redactedURL
            span.attributes["server.address"] = attributes.address
            span.attributes["server.port"] = attributes.port
            span.attributes["apus.operation"] = operationID
            if let template = attributes.template { span.attributes["url.template"] = template }
            if attributes.resendCount > 0 { span.attributes["http.request.resend_count"] = attributes.resendCount }
            var request = request
            tracer.inject(span.context, into: &request.headerFields, using: HeaderFieldInjector())
            do {
                let result = try await next(request, body, baseURL)
                let status = result.0.status.code
                span.attributes["http.response.status_code"] = status
                if let type = RequestAttributes.errorType(status: status) {
                    span.attributes["error.type"] = type
                    span.setStatus(SpanStatus(code: .error))
                }
                return result
            } catch {
                span.attributes["error.type"] = RequestAttributes.errorType(error)
                // The span records the error itself.
                throw error
            }
        }
    }
}

private struct HeaderFieldInjector: Injector {
    func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
        guard let name = HTTPField.Name(key), HTTPField.isValidValue(value) else { return }
        fields[name] = value
    }
}
#endif
