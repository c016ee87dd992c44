import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests with `URLSession`.
///
/// Bodies are never held in memory whole, unless they were given so. The body of a response is streamed. The body of a
/// request that is a stream of more than a megabyte is written to a temporary file before the request begins, since
/// `URLSession` has no way to stream one on all platforms. So the server sees nothing of it before its end, and a body
/// without end cannot be sent. On Linux, what a slow reader of a response has not read yet waits in a temporary file as
/// well. No redirect is followed: a response with a 3xx status is handed out as it is, so no credential
/// reaches a host that it was not meant for. Nothing is cached, and no cookie or credential is stored.
public struct URLSessionTransport: ClientTransport {
    private let connection: SessionConnection
    private let maximumRequestBodySize: Int

    /// A transport with a session of its own, which lives as long as the transport's copies.
    ///
    /// - Parameters:
    ///   - timeout: how long to wait for the next bytes.
    ///   - maximumRequestBodySize: the number of bytes that a request's streamed body may have, and so the size of its
    ///     temporary file. A longer body is refused, at once if its length is known.
    public init(timeout: Duration = .seconds(60), maximumRequestBodySize: Int = .max) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = timeout.seconds
        self.init(configuration: configuration, maximumRequestBodySize: maximumRequestBodySize)
    }

    /// A transport with a session of this configuration, in which caching and the storage of cookies and credentials
    /// are switched off.
    public init(configuration: URLSessionConfiguration, maximumRequestBodySize: Int = .max) {
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpCookieStorage = nil
        configuration.httpCookieAcceptPolicy = .never
        configuration.httpShouldSetCookies = false
        configuration.urlCredentialStorage = nil
        connection = SessionConnection(configuration)
        self.maximumRequestBodySize = maximumRequestBodySize
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        var message = URLRequest(url: try ServerURL.target(request.path, below: baseURL))
        message.httpMethod = request.method.rawValue
        message.httpShouldHandleCookies = false
        for field in FieldLines.requestFields(request.headerFields) {
            message.addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        var upload: UploadBody?
        if let body { upload = try await UploadBody(body, upTo: maximumRequestBodySize) }
        let (response, bytes) = try await connection.start(message, upload)
        let head = HTTPResponse(status: .init(code: response.statusCode), headerFields: response.fields)
        return (head, HTTPBody(streaming: bytes))
    }
}

extension Duration {
    fileprivate var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

extension HTTPURLResponse {
    /// All header fields that have names and values which HTTP allows.
    fileprivate var fields: HTTPFields {
        var fields = HTTPFields()
        for (name, value) in allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String,
                HTTPField.isValidValue(value)
            else { continue }
            fields.append(contentsOf: FieldLines.responseFields(name: name, joined: value))
        }
        return fields
    }
}
