import ApusModels
import HTTPTypes

/// Provides the `Authorization` field of requests, and renews it when the server refuses it.
///
/// `ApusOAuth` has sources for OAuth 2.0. A conforming type shows no secret in its descriptions.
public protocol CredentialSource: Sendable {
    /// Returns the value of the `Authorization` field. The client calls this before each attempt to send a request.
    func authorization(for request: HTTPRequest, _ context: CredentialContext) async throws -> String

    /// Renews the credential after a response with status 401.
    ///
    /// The request is sent once more if the result is true. The server has not processed it, so this does not depend on
    /// its method.
    ///
    /// - Parameter authorization: The value that was refused. If there is already a newer one, nothing has to be done.
    /// - Returns: Whether the next value is another one.
    func renew(after authorization: String, _ context: CredentialContext) async throws -> Bool
}

/// The client that asks for a credential.
public struct CredentialContext: Sendable {
    /// The client's transport, without its middleware.
    public var transport: any ClientTransport
    /// The URL of the server that the request is sent to.
    public var baseURL: URL

    public init(transport: any ClientTransport, baseURL: URL) {
        self.transport = transport
        self.baseURL = baseURL
    }
}
