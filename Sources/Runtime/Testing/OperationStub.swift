import ApusClient
import ApusModels
import HTTPTypes

/// The answers to the requests of an operation.
public struct OperationStub<Output: Sendable, Failure: OperationError>: Sendable {
    let operationID: String
    let transport: StubTransport

    /// Adds a typed error.
    ///
    /// An error of a response is sent as a response, so that it passes through decoding and retries. Others are thrown by
    /// the transport.
    ///
    /// - Parameters:
    ///   - times: The number of requests to answer, or `nil` for all that follow.
    ///   - delay: The time before the answer.
    @discardableResult
    public func fails(with error: Failure, times: Int? = 1, after delay: Duration = .zero) -> OperationStub {
        answers(times: times, after: delay) { _ in
            guard let status = error.status else { throw error.cause }
            var headers = error.headers
            var bytes = error.body
            switch error.decodedBody {
            case let value as any JSONCodable where bytes.isEmpty:
                bytes =
                    headers[.contentType]?.hasPrefix("text/") == true ? Array("\(value)".utf8) : try JSON.encode(value)
                if headers[.contentType] == nil, value is String {
                    // A text may be described as text or as JSON. A message in JSON is an object.
                    headers[.contentType] = "text/plain"
                    bytes = Array("\(value)".utf8)
                }
                if headers[.contentType] == nil { headers[.contentType] = "application/json" }
            case let value as [UInt8] where bytes.isEmpty: bytes = value
            default: break
            }
            return (HTTPResponse(status: .init(code: status), headerFields: headers), HTTPBody(bytes))
        }
    }

    /// Adds an answer that a closure makes of the request.
    @discardableResult
    public func answers(
        times: Int? = 1, after delay: Duration = .zero,
        _ respond: @escaping @Sendable (StubRequest) async throws -> (HTTPResponse, HTTPBody?)
    ) -> OperationStub {
        transport.add(StubAnswer(delay: delay, times: times, respond: respond), to: operationID)
        return self
    }

    fileprivate func succeeds(
        _ status: Int?, _ headers: HTTPFields, _ contentType: String?, times: Int?, after delay: Duration,
        _ body: @escaping @Sendable () throws -> HTTPBody?
    ) -> OperationStub {
        answers(times: times, after: delay) { _ in
            var headers = headers
            let described = RequestSummary.current?.success
            if headers[.contentType] == nil { headers[.contentType] = described?.contentType ?? contentType }
            let status = status ?? described?.status ?? 200
            return (HTTPResponse(status: .init(code: status), headerFields: headers), try body())
        }
    }
}

extension OperationStub where Output: JSONCodable {
    /// Adds a success with a body.
    ///
    /// - Parameters:
    ///   - status: The status, or `nil` for the first described success.
    ///   - times: The number of requests to answer, or `nil` for all that follow.
    ///   - delay: The time before the answer.
    @discardableResult
    public func succeeds(
        with value: Output, status: Int? = nil, headers: HTTPFields = [:], times: Int? = 1,
        after delay: Duration = .zero
    ) -> OperationStub {
        succeeds(status, headers, "application/json", times: times, after: delay) {
            let isText = RequestSummary.current?.success?.contentType?.hasPrefix("text/") == true
            if isText, let text = value as? String { return HTTPBody(text) }
            return HTTPBody(try JSON.encode(value))
        }
    }
}

extension OperationStub where Output == HTTPBody {
    /// Adds a success with a body of bytes.
    @discardableResult
    public func succeeds(
        with body: HTTPBody, status: Int? = nil, headers: HTTPFields = [:], times: Int? = 1,
        after delay: Duration = .zero
    ) -> OperationStub {
        succeeds(status, headers, "application/octet-stream", times: times, after: delay) { body }
    }
}

extension OperationStub where Output == Void {
    /// Adds a success without a body.
    @discardableResult
    public func succeeds(
        status: Int? = nil, headers: HTTPFields = [:], times: Int? = 1, after delay: Duration = .zero
    ) -> OperationStub {
        succeeds(status ?? nil, headers, nil, times: times, after: delay) { nil }
    }
}

extension OperationStub {
    /// Adds a success with a stream of server-sent events.
    @discardableResult
    public func succeeds<Element: JSONCodable>(
        with elements: [Element], headers: HTTPFields = [:], times: Int? = 1, after delay: Duration = .zero
    ) -> OperationStub where Output == EventStream<Element> {
        succeeds(nil, headers, "text/event-stream", times: times, after: delay) {
            var text = ""
            for element in elements { text += "data: \(String(decoding: try JSON.encode(element), as: UTF8.self))\n\n" }
            return HTTPBody(text)
        }
    }

    /// Adds a success with a stream of JSON values.
    @discardableResult
    public func succeeds<Element: JSONCodable>(
        with elements: [Element], headers: HTTPFields = [:], times: Int? = 1, after delay: Duration = .zero
    ) -> OperationStub where Output == JSONSequence<Element> {
        succeeds(nil, headers, "application/jsonl", times: times, after: delay) {
            var encoder = JSONSequenceEncoder(framing: .lines)
            var bytes: [UInt8] = []
            for element in elements { bytes += try encoder.encode(element) }
            return HTTPBody(bytes + encoder.finish())
        }
    }
}

extension OperationError {
    /// The error that a transport throws for a failure without a response.
    fileprivate var cause: any Error {
        switch Mirror(reflecting: self).children.first?.value {
        case let failure as TransportFailure: failure.underlying
        case nil: CancellationError()
        default: self
        }
    }
}
