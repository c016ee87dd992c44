import ApusRuntime
import Foundation
import HTTPTypes

/// Answers requests with a list of responses in order, and records the requests.
actor ScriptedTransport: ClientTransport {
    enum Answer {
        case response(Int, HTTPFields, String)
        case failure(any Error)
        case never
    }

    struct Sent {
        var request: HTTPRequest
        var body: [UInt8]?
    }

    private var answers: [Answer]
    private(set) var sent: [Sent] = []

    init(_ answers: Answer...) {
        self.answers = answers
    }

    init(_ answers: [Answer]) {
        self.answers = answers
    }

    func send(
        _ request: HTTPRequest, body: HTTPBody?, baseURL: URL, operationID: String
    ) async throws -> (HTTPResponse, HTTPBody?) {
        sent.append(Sent(request: request, body: try await body?.collect(upTo: 1 << 20)))
        switch answers.isEmpty ? .never : answers.removeFirst() {
        case .response(let status, let fields, let body):
            return (HTTPResponse(status: .init(code: status), headerFields: fields), HTTPBody(body))
        case .failure(let error): throw error
        case .never:
            try await Task.sleep(for: .seconds(60))
            throw CancellationError()
        }
    }
}

enum SomeError: OperationError {
    case notFound(ErrorResponse<String>)
    case gone(ErrorResponse<NoBody>)
    case unexpected(ErrorResponse<JSONValue>)
    case undocumented(UndocumentedResponse)
    case invalidRequest(RequestError)
    case transport(TransportFailure)
    case decoding(DecodingFailure)
    case validation(ValidationError)
    case cancelled
}

struct Refused: Error {}
