#if Metrics
import ApusClient
import HTTPTypes
public import Metrics

#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

/// Middleware that measures each attempt to send a request with swift-metrics.
///
/// ```swift
/// let configuration = ClientConfiguration(middlewares: [MetricsMiddleware()])
/// ```
///
/// The metrics are OpenTelemetry's for HTTP clients: `http.client.request.duration` in seconds, until the head of the
/// response, and `http.client.active_requests`. Their dimensions have few values: the path template instead of the path.
public struct MetricsMiddleware: ClientMiddleware {
    private let factory: any MetricsFactory

    public init(factory: any MetricsFactory = MetricsSystem.factory) {
        self.factory = factory
    }

    public func intercept(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String,
        next: @Sendable (HTTPRequest, HTTPBody?, URL) async throws -> (HTTPResponse, HTTPBody?)
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let attributes = RequestAttributes(request, baseURL: baseURL, operationID: operationID)
        var dimensions = [
            ("http.request.method", attributes.method), ("server.address", attributes.address),
            ("server.port", String(attributes.port)),
        ]
        if let template = attributes.template { dimensions.append(("url.template", template)) }
        let active = Meter(label: "http.client.active_requests", dimensions: dimensions, factory: factory)
        active.increment()
        defer { active.decrement() }
        let start = ContinuousClock.now
        do {
            let result = try await next(request, body, baseURL)
            let status = result.0.status.code
            dimensions.append(("http.response.status_code", String(status)))
            if let type = RequestAttributes.errorType(status: status) { dimensions.append(("error.type", type)) }
            record(since: start, dimensions)
            return result
        } catch {
            dimensions.append(("error.type", RequestAttributes.errorType(error)))
            record(since: start, dimensions)
            throw error
        }
    }

    private func record(since start: ContinuousClock.Instant, _ dimensions: [(String, String)]) {
        let duration = (ContinuousClock.now - start).components
        let seconds = Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
        Recorder(
            label: "http.client.request.duration", dimensions: dimensions, aggregate: true, factory: factory
        ).record(seconds)
    }
}
#endif
