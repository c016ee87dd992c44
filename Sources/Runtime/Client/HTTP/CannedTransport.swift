import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A transport for tests. It gives each request the same response and sends nothing.
///
/// ```swift
/// let transport = CannedTransport(201, "application/json", #"{"id": "session_1"}"#)
/// let client = ExampleClient(apiKey: "key", transport: transport)
/// let session = try await client.createSession(.init(name: "nightly"))
/// print(await transport.requests)  // ["POST /sessions"]
/// ```
public actor CannedTransport: ClientTransport {
    private let response: HTTPResponse
    private let body: String?
    /// The method and the path of each request, as in `POST /sessions`.
    public private(set) var requests: [String] = []
    /// The body of each request as text, empty if there was none.
    public private(set) var bodies: [String] = []

    /// - Parameters:
    ///   - contentType: The media type of the body, or `nil` if the response has no body.
    public init(_ status: Int, _ contentType: String? = nil, _ body: String = "") {
        var response = HTTPResponse(status: .init(code: status))
        if let contentType { response.headerFields[.contentType] = contentType }
        self.response = response
        self.body = contentType == nil ? nil : body
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        requests.append("\(request.method) \(request.path ?? "")")
        bodies.append(String(decoding: try await body?.collect(upTo: 64 << 20) ?? [], as: UTF8.self))
        return (response, self.body.map { HTTPBody($0) })
    }
}
