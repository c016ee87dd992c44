import HTTPTypes

/// Finds the security requirement that a request meets.
struct Authentication: Sendable {
    let schemes: [String: ServerSecurityScheme]

    /// Returns the results of the schemes' handlers, by the names of the schemes.
    ///
    /// The result is from the first alternative with all its credentials present and valid. An empty alternative allows
    /// requests without credentials, but not with invalid ones.
    func identities(
        for operation: ServerOperation, _ request: ServerRequest, _ query: QueryPairs
    ) async throws -> [String: any Sendable] {
        if operation.security.isEmpty { return [:] }
        var refusal: AuthenticationError?
        var allowsNone = false
        for alternative in operation.security {
            if alternative.isEmpty { allowsNone = true }
            guard !alternative.isEmpty, let credentials = try credentials(alternative, request, query) else { continue }
            do {
                var identities: [String: any Sendable] = [:]
                for (requirement, credential) in zip(alternative, credentials) {
                    let scheme = schemes[requirement.scheme]!
                    identities[requirement.scheme] = try await scheme.authenticate(credential, requirement.scopes)
                }
                return identities
            } catch let error as AuthenticationError {
                // A missing permission (403) is more specific than an invalid credential (401).
                if refusal != .forbidden { refusal = error }
            }
        }
        if refusal == nil, allowsNone { return [:] }
        throw self.refusal(of: operation, refusal)
    }

    /// Returns the credentials of an alternative, or `nil` if the request does not have all of them.
    private func credentials(
        _ alternative: [ServerOperation.SecurityRequirement], _ request: ServerRequest, _ query: QueryPairs
    ) throws -> [any Sendable]? {
        var credentials: [any Sendable] = []
        for requirement in alternative {
            guard let scheme = schemes[requirement.scheme] else {
                throw ServerError.unknownSecurityScheme(requirement.scheme)
            }
            guard let credential = scheme.credential(request, query) else { return nil }
            credentials.append(credential)
        }
        return credentials
    }

    private func refusal(of operation: ServerOperation, _ error: AuthenticationError?) -> ServerRefusal {
        if error == .forbidden {
            return ServerRefusal(.forbidden, "the credentials do not allow this")
        }
        var challenges: [String] = []
        for requirement in operation.security.joined() {
            guard var challenge = schemes[requirement.scheme]?.challenge else { continue }
            if challenge == "Bearer", error != nil { challenge += " error=\"invalid_token\"" }
            if !challenges.contains(challenge) { challenges.append(challenge) }
        }
        var refusal = ServerRefusal(
            .unauthorized, error == nil ? "credentials are missing" : "the credentials are not valid")
        for challenge in challenges where HTTPField.isValidValue(challenge) {
            refusal.headers.append(HTTPField(name: .wwwAuthenticate, value: challenge))
        }
        return refusal
    }
}
