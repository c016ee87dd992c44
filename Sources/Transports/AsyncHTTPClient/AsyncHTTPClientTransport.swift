#if AsyncHTTPClient
import ApusRuntime
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

#if canImport(FoundationEssentials)
import struct FoundationEssentials.URL
#else
import struct Foundation.URL
#endif

/// A transport that sends requests with AsyncHTTPClient. Bodies are streamed in both directions.
///
/// ```swift
/// let client = ExampleClient(apiKey: key, transport: AsyncHTTPClientTransport())
/// ```
///
/// The package trait `AsyncHTTPClient` enables this transport. Redirects are not followed: a response with a 3xx status
/// is returned as is, so that no credential reaches an unintended host.
public struct AsyncHTTPClientTransport: ClientTransport {
    private let client: HTTPClient
    private let timeout: Duration

    /// A client without redirects on the shared event loops. It is never shut down.
    private static let sharedClient: HTTPClient = {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        // A refused connection fails at once. The client's retry policy decides whether to try again.
        configuration.connectionPool.retryConnectionEstablishment = false
        return HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: configuration)
    }()

    /// Creates a transport with a client that all such transports share.
    ///
    /// - Parameter timeout: The maximum time to wait for the head of a response.
    public init(timeout: Duration = .seconds(60)) {
        self.init(client: Self.sharedClient, timeout: timeout)
    }

    /// Creates a transport with your own client, which you shut down.
    ///
    /// The client's configuration decides about redirects. AsyncHTTPClient's default follows them and sends all header
    /// fields that it does not recognize as credentials.
    public init(client: HTTPClient, timeout: Duration = .seconds(60)) {
        self.client = client
        self.timeout = timeout
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        var message = HTTPClientRequest(url: try ServerURL.targetText(request.path, below: baseURL))
        message.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in FieldLines.requestFields(request.headerFields) {
            message.headers.add(name: field.name.rawName, value: field.value)
        }
        message.body = body.map(requestBody)
        let response = try await client.execute(message, timeout: TimeAmount(timeout))
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name), HTTPField.isValidValue(value) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let head = HTTPResponse(
            status: .init(code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase),
            headerFields: fields)
        let length: HTTPBody.Length =
            request.method == .head
            ? .unknown
            : response.headers.first(name: "Content-Length").flatMap { Int64($0) }.map { .known($0) } ?? .unknown
        return (head, HTTPBody(streaming: ReceivedBytes(body: response.body), length: length))
    }

    private func requestBody(_ body: HTTPBody) -> HTTPClientRequest.Body {
        if let bytes = body.bytesInMemory { return .bytes(bytes) }
        let length: HTTPClientRequest.Body.Length =
            switch body.length {
            case .known(let count): .known(count)
            case .unknown: .unknown
            }
        return .stream(SentBytes(body: body, loops: client.eventLoopGroup), length: length)
    }
}

/// The body of a response as arrays instead of NIO's buffers.
private struct ReceivedBytes: AsyncSequence, Sendable {
    let body: HTTPClientResponse.Body

    struct Iterator: AsyncIteratorProtocol {
        var base: HTTPClientResponse.Body.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            try await base.next().map { Array($0.readableBytesView) }
        }
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(base: body.makeAsyncIterator())
    }
}
#endif
