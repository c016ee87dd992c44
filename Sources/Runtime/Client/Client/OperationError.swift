import ApusModels

/// The error of an operation: one of its described error responses, or one of the cases below.
///
/// The cases of a generated enum witness the requirements.
public protocol OperationError: Error {
    /// The API description does not list the response.
    static func undocumented(_ response: UndocumentedResponse) -> Self
    /// The request could not be built (``RequestError``, ``ParameterError``, ``JSONError``) or sent, or the response
    /// could not be received.
    static func transport(_ error: any Error) -> Self
    /// The response does not match the API description.
    static func decoding(_ failure: DecodingFailure) -> Self
    /// The request, or the response if responses are validated, violates the API description.
    static func validation(_ error: ValidationError) -> Self
    /// The task was canceled.
    static var cancelled: Self { get }
}
