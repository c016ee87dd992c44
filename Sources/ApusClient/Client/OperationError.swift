import ApusModels

/// Why an operation failed: one of the error responses that its description lists, or one of these.
///
/// A generated error is an enum whose cases witness the requirements.
public protocol OperationError: Error {
    /// A response that the API description does not list.
    static func undocumented(_ response: UndocumentedResponse) -> Self
    /// The request could not be made (``RequestError``, ``ParameterError``, ``JSONError``) or sent, or the response not
    /// received.
    static func transport(_ error: any Error) -> Self
    /// The response is not what the API description says.
    static func decoding(_ failure: DecodingFailure) -> Self
    /// The request (or, if asked for, the response) breaks a rule of the API description.
    static func validation(_ error: ValidationError) -> Self
    /// The task was cancelled.
    static var cancelled: Self { get }
}
