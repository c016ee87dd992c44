/// Why a request could not be made. It is the payload of an operation error's `transport`.
public enum RequestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The server that the client was given is not one.
    case invalidServer(String, reason: String)
    /// A variable of the server's URL has no value, or one that does not fit its place in the URL. The text is the URL
    /// with the variable in braces.
    case invalidServerVariable(String, server: String)
    /// Server and path make no URL.
    case invalidTarget
    /// The method is not a token (RFC 9110, section 9.1).
    case invalidMethod(String)
    /// A credential has characters that its place in the request cannot hold, such as a line break.
    case invalidCredential(scheme: String)
    /// The name of a user for basic authentication has a colon, which would end it (RFC 7617, section 2).
    case colonInUserName(scheme: String)
    /// Credentials that are needed together have the same place in a request.
    case conflictingCredentials(schemes: [String])
    /// The operation needs credentials that the client does not have; the security schemes that would do.
    case missingCredentials(alternatives: [[String]])
    /// The body's content type is not in the range that the operation takes.
    case unexpectedContentType(String, expected: String)
    /// The configuration's timeout has passed.
    case timedOut

    public var description: String {
        switch self {
        case .invalidServer(let server, let reason): "`\(server)` is not the URL of a server: \(reason)"
        case .invalidServerVariable(let name, let server):
            "the server variable `\(name)` has no value that fits its place in `\(server)`"
        case .invalidTarget: "server and path make no URL"
        case .invalidMethod(let method): "`\(method)` is not an HTTP method"
        case .invalidCredential(let scheme): "the credential for `\(scheme)` has characters that HTTP does not allow"
        case .colonInUserName(let scheme): "the user name for `\(scheme)` has a colon, which basic authentication cannot send"
        case .conflictingCredentials(let schemes):
            "\(schemes.map { "`\($0)`" }.joined(separator: " and ")) have the same place in a request"
        case .missingCredentials(let alternatives):
            "the client has no credentials for "
                + alternatives.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
        case .unexpectedContentType(let type, let expected): "a body in `\(type)` is not in `\(expected)`"
        case .timedOut: "there was no complete response in time"
        }
    }
}
