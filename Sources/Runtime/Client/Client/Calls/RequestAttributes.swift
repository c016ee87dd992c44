import ApusModels
import HTTPTypes

/// The attributes of an attempt to send a request, for log entries, metrics and spans. Their names are those of
/// OpenTelemetry's semantic conventions for HTTP clients. Secrets are left out.
package struct RequestAttributes: Sendable {
    package let method: String
    package let address: String
    package let port: Int
    /// The path template of the API description.
    package let template: String?
    package let operationID: String
    /// The number of earlier attempts.
    package let resendCount: Int
    private let path: String
    private let origin: String

    package init(_ request: HTTPRequest, baseURL: URL, operationID: String) {
        let summary = RequestSummary.current
        method = request.method.rawValue
        address = baseURL.host ?? ""
        port = baseURL.port ?? (baseURL.scheme?.lowercased() == "http" ? 80 : 443)
        template = summary?.pathTemplate
        self.operationID = operationID
        resendCount = (summary?.attempt ?? 1) - 1
        path = request.path ?? "/"
        origin = String(ServerURL.withoutSlash(baseURL.absoluteString[...]))
    }

    /// The URL. The values of its query are replaced.
    package var redactedURL: String {
        let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return origin + path }
        let names = parts[1].split(separator: "&").map { $0.prefix { $0 != "=" } + "=REDACTED" }
        return origin + parts[0] + "?" + names.joined(separator: "&")
    }

    /// The name of a span: the method, and the path template if it is known.
    package var spanName: String { template.map { method + " " + $0 } ?? method }

    /// Returns the value of `error.type`: the status of a failure, or the error's type.
    package static func errorType(status: Int) -> String? { status >= 400 ? String(status) : nil }

    package static func errorType(_ error: any Error) -> String { String(reflecting: type(of: error)) }
}
