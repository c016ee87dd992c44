import ApusAPIModel

extension Side {
    /// The arguments of the client's initializer for security schemes. See `SwiftSecurity` of the emitter.
    var credentials: Signature {
        let used = Set(api.operations.flatMap { $0.security.flatMap { $0.map(\.scheme) } })
        let schemes = api.securitySchemes.filter { used.contains($0.name) && $0.kind != .mutualTLS }
        return Signature(
            arguments: schemes.map { scheme in
                let isAlone = schemes.count { Self.label($0) == Self.label(scheme) } == 1
                let label = isAlone ? Self.label(scheme) : scheme.name
                let isRequired = api.operations.allSatisfy { operation in
                    operation.security.allSatisfy { $0.contains { $0.scheme == scheme.name } }
                }
                return Signature.Argument(key: label, label: label, isRequired: isRequired)
            })
    }

    private static func label(_ scheme: SecurityScheme) -> String {
        switch scheme.kind {
        case .apiKey: "apiKey"
        case .basic: "user"
        case .bearer: "token"
        case .oauth2, .openIDConnect: "accessToken"
        case .http: "authorization"
        case .mutualTLS: ""
        }
    }
}
