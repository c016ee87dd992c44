import ApusModels
import HTTPTypes

/// The payload of a case of an operation's error.
protocol FailureDetails {
    /// The request, or `nil` if it was not sent.
    var request: RequestSummary? { get }
    /// The response, or `nil` if none was received.
    var failedResponse: FailedResponse? { get }
    /// The end of a sentence that begins with the operation.
    var explanation: String { get }
    /// Whether the cause may go away by itself.
    var isTransient: Bool { get }
}

/// A response that is an error.
struct FailedResponse {
    var status: Int
    var headers: HTTPFields
    /// The beginning of the body.
    var body: [UInt8]
    /// The decoded body, or `nil` if it is not described.
    var decoded: Any?

    /// Whether the status announces that a later request may succeed.
    var isTransient: Bool { [408, 425, 429, 500, 502, 503, 504].contains(status) }

    /// The end of the sentence "`createSession` failed:".
    func explanation(_ kind: String = "") -> String {
        let message = ServerMessage.text(of: body, headers[.contentType]).map { ": \($0)" } ?? ""
        let type = kind.isEmpty ? "" : headers[.contentType].map { " in `\($0)`" } ?? ""
        return "the server responded with \(status)\(type)\(kind)\(message)"
    }
}

extension ErrorResponse: FailureDetails {
    var failedResponse: FailedResponse? {
        FailedResponse(status: status, headers: headers, body: bytes, decoded: body is NoBody ? nil : body)
    }
    var explanation: String { failedResponse?.explanation() ?? "" }
    var isTransient: Bool { failedResponse?.isTransient ?? false }
}

extension UndocumentedResponse: FailureDetails {
    var failedResponse: FailedResponse? { FailedResponse(status: status, headers: headers, body: body) }
    var explanation: String { failedResponse?.explanation(", which the API description does not list") ?? "" }
    var isTransient: Bool { failedResponse?.isTransient ?? false }
}

extension DecodingFailure: FailureDetails {
    var failedResponse: FailedResponse? { FailedResponse(status: status, headers: headers, body: body) }
    var explanation: String { String(describing: self) }
    var isTransient: Bool { failedResponse?.isTransient ?? false }
}

extension TransportFailure: FailureDetails {
    var failedResponse: FailedResponse? { nil }
    var explanation: String { String(describing: underlying) }
}

extension RequestError: FailureDetails {
    var request: RequestSummary? { nil }
    var failedResponse: FailedResponse? { nil }
    var explanation: String { description }
}

extension ValidationError: FailureDetails {
    var request: RequestSummary? { nil }
    var failedResponse: FailedResponse? { nil }
    var explanation: String { description }
    var isTransient: Bool { false }
}
