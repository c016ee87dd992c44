import ApusModels

/// The reason why a request cannot be built. An operation's error carries it as `invalidRequest`.
public enum RequestError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The client's server is not the URL of a server.
    case invalidServer(String, reason: String)
    /// A variable of the server's URL has no value, or a value that does not fit its place in the URL. `server` is the
    /// URL with the variable in braces.
    case invalidServerVariable(String, server: String)
    /// The server and the path do not form a URL.
    case invalidTarget
    /// The method is not a token (RFC 9110, section 9.1).
    case invalidMethod(String)
    /// A credential has characters that its place in the request cannot contain, such as a line break.
    case invalidCredential(scheme: String)
    /// The user name for basic authentication contains a colon, which would end it (RFC 7617, section 2).
    case colonInUserName(scheme: String)
    /// Credentials that are required together have the same place in the request.
    case conflictingCredentials(schemes: [String])
    /// The client lacks the credentials that the operation requires. `alternatives` lists the sets of security schemes
    /// that would suffice.
    case missingCredentials(alternatives: [[String]])
    /// The body's content type is outside the range that the operation accepts.
    case unexpectedContentType(String, expected: String)
    /// A parameter has a value that cannot be written in its place.
    case parameter(ParameterError)
    /// A value cannot be encoded. `reason` says why.
    case notEncodable(reason: String)

    public var description: String {
        switch self {
        case .invalidServer(let server, let reason): "`\(server)` is not a valid server URL: \(reason)"
        case .invalidServerVariable(let name, let server):
            "the server variable `\(name)` in `\(server)` has no value, or one that is not allowed there"
        case .invalidTarget: "the server and the path do not form a valid URL"
        case .invalidMethod(let method): "`\(method)` is not an HTTP method"
        case .invalidCredential(let scheme): "the credential for `\(scheme)` has characters that HTTP does not allow"
        case .colonInUserName(let scheme):
            "the user name for `\(scheme)` has a colon, which basic authentication cannot send"
        case .conflictingCredentials(let schemes):
            "\(schemes.map { "`\($0)`" }.joined(separator: " and ")) use the same place in the request, so they cannot be combined"
        case .missingCredentials(let alternatives):
            "the client has no credentials for "
                + alternatives.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
        case .unexpectedContentType(let type, let expected):
            "the body is in `\(type)`, but the operation accepts only `\(expected)`"
        case .parameter(let error): error.description
        case .notEncodable(let reason): "a value cannot be encoded: \(reason)"
        }
    }
}

extension RequestError: TransientError {
    public var isTransient: Bool { false }

    /// Creates the error for a failure to build a request.
    init(_ failure: any Error) {
        switch failure {
        case let error as RequestError: self = error
        case let error as ParameterError: self = .parameter(error)
        default: self = .notEncodable(reason: String(describing: failure))
        }
    }
}
