import ApusModels

/// The error of an operation: one of its described error responses, or one of the cases below.
///
/// The cases of a generated enum witness the requirements. All errors have a `status`, the response's `headers` and
/// `body`, and say whether the call may be repeated:
///
/// ```swift
/// } catch let error as any OperationError where error.isRetryable {
///     print(error)  // createSession failed: the server responded with 503: try later (POST https://…/sessions)
/// }
/// ```
public protocol OperationError: Error, CustomStringConvertible {
    /// The operation's ID.
    static var operationID: String { get }
    /// The arguments or the client's settings do not make a request, so nothing was sent.
    static func invalidRequest(_ error: RequestError) -> Self
    /// The API description does not list the response.
    static func undocumented(_ response: UndocumentedResponse) -> Self
    /// The request could not be sent, or the response could not be received.
    static func transport(_ failure: TransportFailure) -> Self
    /// The response does not match the API description.
    static func decoding(_ failure: DecodingFailure) -> Self
    /// The request, or the response if responses are validated, violates the API description.
    static func validation(_ error: ValidationError) -> Self
    /// The task was canceled.
    static var cancelled: Self { get }
}
