import ApusModels
import HTTPTypes

/// A response that an operation's description lists: its status, its content type and the value of its body.
public struct ResponseCase<Output: Sendable, Failure: OperationError>: Sendable {
    enum Outcome {
        case success(Output)
        case failure(Failure)
    }

    let description: ResponseDescription
    /// Converts the body to the outcome. Throws ``JSONError``, ``ValidationError`` or ``TextError``.
    let outcome: @Sendable (ReceivedResponse) throws -> Outcome

    init(
        status: ResponseStatus, isSuccess: Bool, contentType: String?, form: ResponseDescription.Form,
        outcome: @escaping @Sendable (ReceivedResponse) throws -> Outcome
    ) {
        description = ResponseDescription(
            status: status, isSuccess: isSuccess, contentType: contentType, form: form)
        self.outcome = outcome
    }
}

/// The part of a described response that depends on no generic type, so that finding a response needs no generic code.
struct ResponseDescription: Sendable {
    /// The way in which a body is read.
    enum Form: Sendable {
        case json, text, bytes, none
        /// The body is passed on without being read.
        case stream
    }

    let status: ResponseStatus
    let isSuccess: Bool
    /// The media types and ranges, separated by commas, or `nil` without a body.
    let contentType: String?
    let form: Form

    var contentTypes: [String] { MediaType.list(contentType) }
}

/// A received response. If its case is a stream, the body is still to be received.
struct ReceivedResponse: Sendable {
    var status: Int
    var headers: HTTPFields
    var contentType: String?
    /// The complete body, or empty if the body is a stream.
    var body: [UInt8]
    /// The body as a stream.
    var stream: HTTPBody
    /// Whether the body's value is validated.
    var validates: Bool
    /// The maximum size of one element of a stream, in bytes.
    var maximumElementSize: Int
    /// The number of bytes that an error keeps of the body.
    var maximumKeptSize: Int
    var request: RequestSummary

    func json<Value: JSONCodable>(
        _ type: Value.Type, _ references: [any JSONCodable.Type], _ constraints: StaticString?
    ) throws -> Value {
        let value = try JSON.decode(type, from: body.withoutByteOrderMark)
        if validates { try value.validate(by: constraints, references: references) }
        return value
    }

    func error<Body: Sendable>(_ body: Body) -> ErrorResponse<Body> {
        ErrorResponse(
            status: status, headers: headers, body: body, bytes: Array(self.body.prefix(maximumKeptSize)),
            request: request)
    }

    func text(_ references: [any JSONCodable.Type], _ constraints: StaticString?) throws -> String {
        let text = try EncodedText(body, contentType: contentType).text()
        if validates { try text.validate(asTextBy: constraints, references: references) }
        return text
    }
}
