import ApusClient

/// The reason why there is no token. An operation's error has it as the cause of `transport`. No description has a
/// secret.
public enum OAuthError: TransientError, CustomStringConvertible {
    /// The authorization server refused the request (RFC 6749, section 5.2), or the person did (section 4.1.2.1).
    case refused(code: String, message: String?, status: Int)
    /// The response is not what the protocol asks for.
    case invalidResponse(status: Int, reason: String)
    /// The server could not be reached.
    case unreachable(any Error)
    /// There is no token, and no way to get one without a person.
    case signInRequired
    /// The scheme has no such flow.
    case missingFlow(String)
    /// The URL is not valid, or neither `https` nor of this machine.
    case invalidURL(String)
    /// The callback does not belong to the request: its `state` is another one.
    case stateMismatch
    /// The metadata are those of another server.
    case issuerMismatch(String)

    public var isTransient: Bool {
        switch self {
        case .refused(_, _, let status), .invalidResponse(let status, _): status == 429 || status >= 500
        case .unreachable: true
        default: false
        }
    }

    public var description: String {
        switch self {
        case .refused(let code, let message, _):
            "the authorization server refused the request: \(code)" + (message.map { ", \($0)" } ?? "")
        case .invalidResponse(let status, let reason):
            "the authorization server's response \(status) is not valid: \(reason)"
        case .unreachable(let error): "the authorization server could not be reached: \(error)"
        case .signInRequired: "there is no token: sign in again"
        case .missingFlow(let name): "the security scheme has no flow `\(name)`"
        case .invalidURL(let url): "`\(url)` is not an `https` URL"
        case .stateMismatch: "the callback belongs to another request: its `state` is not the one that was sent"
        case .issuerMismatch(let issuer): "the metadata are those of `\(issuer)`"
        }
    }
}
