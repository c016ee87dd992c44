import ApusRuntime
import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A transport that sends requests with `URLSession`.
///
/// ```swift
/// let transport = URLSessionTransport(timeout: .seconds(30))
/// let client = ExampleClient(apiKey: key, transport: transport)
/// ```
///
/// The bodies of responses are streamed. On Linux, bytes that a slow reader has not read yet are written to a temporary
/// file.
///
/// `URLSession` cannot stream the body of a request on all platforms. A streamed body of more than 1 MiB is therefore
/// written to a temporary file before the request begins. The server receives nothing until the body has ended, and an
/// endless body cannot be sent.
///
/// Redirects are not followed: a response with a 3xx status is returned as is, so that no credential reaches an
/// unintended host. Nothing is cached, and no cookies or credentials are stored.
public struct URLSessionTransport: ClientTransport {
    private let connection: SessionConnection
    private let maximumRequestBodySize: Int

    /// Creates a transport with its own session. The session exists as long as the copies of the transport.
    ///
    /// - Parameters:
    ///   - timeout: The maximum time to wait for the next bytes.
    ///   - maximumRequestBodySize: The maximum size of a request's streamed body in bytes, and so of its temporary
    ///     file. A larger body is refused, at once if its length is known.
    public init(timeout: Duration = .seconds(60), maximumRequestBodySize: Int = .max) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.timeoutIntervalForRequest = timeout.seconds
        self.init(configuration: configuration, maximumRequestBodySize: maximumRequestBodySize)
    }

    /// Creates a transport with a configured session. Caching and the storage of cookies and credentials are always
    /// off.
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
    /// All header fields with valid names and values.
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
