import ApusAPIModel
import ApusDiagnostics

/// The initializer parameters and the credential for a security scheme.
struct SwiftCredential {
    /// The case of the scheme in the enum of schemes.
    let scheme: SwiftEnum.Case
    /// The declarations of the initializer's parameters.
    let parameters: [String]
    /// The expression of the credential. Its type is optional if the credential can be omitted.
    let value: String
    /// The first parameter's name and documentation, or `nil` if there is no documentation.
    let documentation: (name: String, text: String)?
}

/// The security schemes that operations require.
struct SwiftSecurity {
    /// The credentials of a client, in the order of the schemes.
    let credentials: [SwiftCredential]
    /// The endpoints of schemes with OAuth 2.0.
    let endpoints: [SwiftOAuthScheme]
    /// The schemes without a credential in the client, because the transport has the certificates.
    private let schemesOfTransport: Set<String>

    init(_ api: API) {
        let ofTransport = Set(api.securitySchemes.filter { $0.kind == .mutualTLS }.map(\.name))
        schemesOfTransport = ofTransport
        let used = Set(api.operations.flatMap { $0.security.flatMap { $0.map(\.scheme) } })
        let schemes = api.securitySchemes.filter { used.contains($0.name) && !ofTransport.contains($0.name) }
        var diagnostics = Diagnostics()
        let names = MemberNames.names(
            for: schemes.map { NameRequest($0.name) }, reserved: ReservedNames.enumeration, into: &diagnostics)
        var scope = Scope(reserved: ReservedNames.clientInitializer.names)
        credentials = zip(schemes, names).map { scheme, name in
            SwiftCredential(
                scheme, SwiftEnum.Case(scheme.name, name: name),
                isAlone: schemes.count { $0.kind.parameterName == scheme.kind.parameterName } == 1,
                isRequired: Self.isRequired(scheme.name, in: api), &scope)
        }
        var members = Scope(reserved: ReservedNames.client.names)
        endpoints = zip(schemes, names).compactMap { SwiftOAuthScheme($0, name: $1, &members) }
    }

    /// Returns the alternative requirements of an operation, without the schemes that have no credential in the client.
    func alternatives(for operation: Operation) -> [[String]] {
        operation.security.map { $0.map(\.scheme).filter { !schemesOfTransport.contains($0) } }
    }

    /// Whether all operations with security require the scheme.
    private static func isRequired(_ scheme: String, in api: API) -> Bool {
        api.operations.allSatisfy { operation in
            operation.security.allSatisfy { alternative in alternative.contains { $0.scheme == scheme } }
        }
    }
}

extension SwiftCredential {
    /// - Parameters:
    ///   - name: The case of the scheme.
    ///   - isAlone: Whether no other scheme is of the same kind.
    ///   - isRequired: Whether each operation needs the credential.
    fileprivate init(
        _ scheme: SecurityScheme, _ name: SwiftEnum.Case, isAlone: Bool, isRequired: Bool, _ scope: inout Scope
    ) {
        self.scheme = name
        let own = Words(scheme.name).lowerCamel
        let parameter = Identifier.escaped(scope.name(isAlone || own.isEmpty ? scheme.kind.parameterName : own))
        let type = isRequired ? "String" : "String? = nil"
        let given = isRequired ? parameter : "$0"
        /// Returns an expression of optional type if the parameter is optional.
        func expression(_ credential: String) -> String {
            isRequired ? credential : "\(parameter).map { \(credential) }"
        }
        switch scheme.kind {
        case .http:
            parameters = ["\(parameter): \(isRequired ? "Credential" : "Credential? = nil")"]
            value = parameter
            let text =
                scheme.documentation ?? "The credential of the client, such as `.authorization { request in … }`."
            documentation = (parameter, text)
            return
        case .apiKey(let key, let location):
            let place = [.header, .cookie].contains(location) ? location : Parameter.Location.query
            parameters = ["\(parameter): \(type)"]
            value = expression(".apiKey(\(given), in: .\(place.rawValue), name: \(SwiftText.literal(key)))")
        case .bearer, .oauth2, .openIDConnect, .mutualTLS:
            parameters = ["\(parameter): \(type)"]
            value = expression(".bearer(\(given))")
        case .basic:
            let password = Identifier.escaped(scope.name(isAlone ? "password" : own + "Password"))
            parameters = ["\(parameter): \(type)", "\(password): \(type)"]
            value = expression(".basic(user: \(given), password: \(password)\(isRequired ? "" : " ?? \"\""))")
        }
        documentation = scheme.documentation.map { (parameter, $0) }
    }
}

extension SecurityScheme.Kind {
    /// The name of the parameter for a credential of this kind.
    fileprivate var parameterName: String {
        switch self {
        case .apiKey: "apiKey"
        case .basic: "user"
        case .bearer: "token"
        case .oauth2, .openIDConnect: "accessToken"
        case .http: "authorization"
        case .mutualTLS: ""
        }
    }
}
