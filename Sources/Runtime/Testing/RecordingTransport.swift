import ApusClient
import ApusModels
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A transport that sends requests by another one, and writes each exchange to a file without its secrets.
///
/// ```swift
/// let transport = RecordingTransport(URLSessionTransport(), file: "Fixtures/sessions.json")
/// ```
///
/// Bodies are kept in memory, so a stream arrives when it is complete.
public actor RecordingTransport: ClientTransport {
    private let transport: any ClientTransport
    private let file: URL
    private let redaction: Redaction
    private let maximumBodySize: Int
    private var exchanges: [Exchange] = []

    /// - Parameter file: The path of the file, which is replaced.
    public init(
        _ transport: any ClientTransport, file: String, redaction: Redaction = Redaction(),
        maximumBodySize: Int = 64 << 20
    ) {
        self.transport = transport
        self.file = URL(fileURLWithPath: file)
        self.redaction = redaction
        self.maximumBodySize = maximumBodySize
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let sent = try await body?.collect(upTo: maximumBodySize)
        let again = sent.map { HTTPBody($0, contentType: body?.contentType) }
        let (response, received) = try await transport.send(
            request, body: again, baseURL: baseURL, operationID: operationID)
        let bytes = try await received?.collect(upTo: maximumBodySize) ?? []
        exchanges.append(
            Exchange(
                operationID: operationID, method: request.method.rawValue,
                path: redaction.redacted(path: request.path ?? "/"),
                requestHeaders: redaction.redacted(request.headerFields),
                requestBody: redaction.redacted(body: sent ?? [], contentType: request.headerFields[.contentType]),
                status: response.status.code, responseHeaders: redaction.redacted(response.headerFields),
                responseBody: redaction.redacted(body: bytes, contentType: response.headerFields[.contentType])))
        var options = JSONEncodingOptions()
        options.isPretty = true
        let text = try JSON.encode(JSONValue.array(exchanges.map(\.json)), options: options)
        try Data(text + [0x0A]).write(to: file, options: .atomic)
        return (response, HTTPBody(bytes))
    }
}

/// A transport that answers requests with the exchanges of a recording, each once and in their order.
///
/// A request is that of an exchange if its method, path, query and body are equal after secrets are replaced.
public actor ReplayingTransport: ClientTransport {
    private var exchanges: [Exchange]
    private let redaction: Redaction

    /// - Parameter redaction: The same as for the recording.
    /// - Throws: ``RecordingError``, or the error of reading the file.
    public init(file: String, redaction: Redaction = Redaction()) throws {
        self.redaction = redaction
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
        guard let list = try? JSON.decode(JSONValue.self, from: bytes).array else {
            throw RecordingError.invalidFile("it is not a JSON array")
        }
        exchanges = try list.map { try Exchange($0) }
    }

    /// The number of exchanges that have not been replayed.
    public var remaining: Int { exchanges.count }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        let sent = try await body?.collect(upTo: 64 << 20) ?? []
        let wanted = Exchange(
            operationID: operationID, method: request.method.rawValue,
            path: redaction.redacted(path: request.path ?? "/"), requestHeaders: [],
            requestBody: redaction.redacted(body: sent, contentType: request.headerFields[.contentType]), status: 0,
            responseHeaders: [], responseBody: [])
        guard let index = exchanges.firstIndex(where: { $0.key == wanted.key }) else {
            throw RecordingError.notRecorded("\(operationID): \(wanted.method) \(wanted.path)")
        }
        let exchange = exchanges.remove(at: index)
        var fields = HTTPFields()
        for (name, value) in exchange.responseHeaders {
            guard let name = HTTPField.Name(name), HTTPField.isValidValue(value) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        // The recorded body may have another length, and is not compressed.
        fields[.contentLength] = nil
        fields[.contentEncoding] = nil
        fields[.transferEncoding] = nil
        return (
            HTTPResponse(status: .init(code: exchange.status), headerFields: fields), HTTPBody(exchange.responseBody)
        )
    }
}
