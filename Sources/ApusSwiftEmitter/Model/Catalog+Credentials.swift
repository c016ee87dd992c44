import ApusAPIModel

/// What a client is given for a security scheme.
struct ClientCredential {
    /// The name under `components/securitySchemes`.
    var scheme: String
    /// Parameters of the client's initialiser, without commas.
    var parameters: [String]
    /// The expression of the credential; of an optional if the credential can be left out.
    var value: String
    /// The first parameter's name and what it is.
    var documentation: (String, String)?
}

extension Catalog {
    /// The credentials that operations ask for, in the order of the schemes.
    func credentials() -> [ClientCredential] {
        let used = Set(api.operations.flatMap { $0.security.flatMap { $0.map(\.scheme) } })
        let schemes = api.securitySchemes.filter { used.contains($0.name) && !isDoneByTransport(scheme: $0.name) }
        var scope = Scope(reserved: ReservedNames.clientInitializer.names)
        return schemes.map { scheme in
            let isAlone = schemes.count { parameterName($0) == parameterName(scheme) } == 1
            return credential(scheme, isAlone: isAlone, isRequired: isRequired(scheme.name), &scope)
        }
    }

    /// Whether a scheme needs nothing from the client: certificates belong to the transport.
    func isDoneByTransport(scheme name: String) -> Bool {
        api.securitySchemes.first { $0.name == name }?.kind == .mutualTLS
    }

    /// Whether no operation that has security works without the scheme.
    private func isRequired(_ scheme: String) -> Bool {
        api.operations.allSatisfy { operation in
            operation.security.allSatisfy { alternative in alternative.contains { $0.scheme == scheme } }
        }
    }

    private func parameterName(_ scheme: SecurityScheme) -> String {
        switch scheme.kind {
        case .apiKey: "apiKey"
        case .basic: "user"
        case .bearer: "token"
        case .oauth2, .openIDConnect: "accessToken"
        case .http: "authorization"
        case .mutualTLS: ""
        }
    }

    private func credential(
        _ scheme: SecurityScheme, isAlone: Bool, isRequired: Bool, _ scope: inout Scope
    ) -> ClientCredential {
        let own = Words(scheme.name).lowerCamel
        var name = parameterName(scheme)
        if !isAlone, !own.isEmpty { name = own }
        name = escaped(scope.name(name))
        let type = isRequired ? "String" : "String? = nil"
        let expression: String
        switch scheme.kind {
        case .apiKey(let key, let location):
            let place = [.header, .cookie].contains(location) ? location : Parameter.Location.query
            expression = ".apiKey(\(isRequired ? name : "$0"), in: .\(place.rawValue), name: \(stringLiteral(key)))"
        case .http:
            return ClientCredential(
                scheme: scheme.name, parameters: ["\(name): \(isRequired ? "Credential" : "Credential? = nil")"], value: name,
                documentation: (name, scheme.documentation ?? "What authenticates the client, such as `.authorization { request in … }`."))
        case .bearer, .oauth2, .openIDConnect, .mutualTLS: expression = ".bearer(\(isRequired ? name : "$0"))"
        case .basic:
            let password = escaped(scope.name(isAlone ? "password" : own + "Password"))
            let value = ".basic(user: \(name), password: \(password))"
            return ClientCredential(
                scheme: scheme.name, parameters: ["\(name): \(type)", "\(password): \(type)"],
                value: isRequired ? value : "\(name).map { .basic(user: $0, password: \(password) ?? \"\") }",
                documentation: scheme.documentation.map { (name, $0) })
        }
        return ClientCredential(
            scheme: scheme.name, parameters: ["\(name): \(type)"],
            value: isRequired ? expression : "\(name).map { \(expression) }",
            documentation: scheme.documentation.map { (name, $0) })
    }
}
