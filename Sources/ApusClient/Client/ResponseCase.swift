import ApusModels
import HTTPTypes

/// One response that an operation's description lists: for which status and content type it is, and what its body
/// becomes.
public struct ResponseCase<Output: Sendable, Failure: OperationError>: Sendable {
    /// How a body is read.
    enum Form: Sendable {
        case json, text, bytes, none
        /// It is not read but handed on.
        case stream
    }

    enum Outcome {
        case success(Output)
        case failure(Failure)
    }

    let status: ResponseStatus
    let isSuccess: Bool
    /// The media type or range; nil without a body.
    let contentType: String?
    let form: Form
    /// Turns the whole body into the outcome; throws ``JSONError``, ``ValidationError`` or ``TextError``.
    let outcome: @Sendable (ReceivedResponse) throws -> Outcome
}

/// A response whose body has arrived or, if its case is a stream, is about to.
struct ReceivedResponse: Sendable {
    var status: Int
    var headers: HTTPFields
    var contentType: String?
    /// The whole body; empty if it is a stream.
    var body: [UInt8]
    /// The body as it arrives.
    var stream: HTTPBody
    /// Whether the body's value is validated.
    var validates: Bool
    /// How many bytes one element of a stream may have.
    var maximumElementSize: Int

    func json<Value: JSONCodable>(
        _ type: Value.Type, _ references: [any JSONCodable.Type], _ constraints: StaticString?
    ) throws -> Value {
        let value = try JSON.decode(type, from: body)
        if validates { try value.validate(by: constraints, references: references) }
        return value
    }

    func error<Body: Sendable>(_ body: Body) -> ErrorResponse<Body> {
        ErrorResponse(status: status, headers: headers, body: body)
    }

    func text() throws(TextError) -> String { try EncodedText(body, contentType: contentType).text() }
}
