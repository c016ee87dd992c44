import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

extension OperationLowering {
    mutating func lowerServers(_ servers: [ServerObject]) -> [Server] {
        var result: [Server] = []
        for server in servers {
            var variables: [Server.Variable] = []
            for (name, variable) in server.variables {
                variables.append(
                    .init(
                        name: name, defaultValue: variable.defaultValue, values: distinct(variable.values),
                        documentation: variable.description))
            }
            result.append(.init(urlTemplate: server.url, documentation: server.description, variables: variables))
        }
        return result
    }

    /// The values without duplicates. They are compared as Swift does, because each is the raw value of a case.
    private mutating func distinct(_ values: [Node]) -> [String] {
        var seen: [String: Node] = [:]
        return values.compactMap { value in
            if let first = seen[value.text] {
                schemas.reportRepeated(value, first: first)
                return nil
            }
            seen[value.text] = value
            return value.text
        }
    }

    /// Notes each used scheme that the caller of a client has to implement.
    mutating func reportOtherAuthentication(in api: API) {
        let used = Set(api.operations.flatMap { $0.security.joined().map(\.scheme) })
        let schemes = Dictionary(api.securitySchemes.map { ($0.name, $0.kind) }) { first, _ in first }
        for (name, scheme) in document.components.securitySchemes where used.contains(name) {
            guard case .http(let method)? = schemes[name] else { continue }
            diagnostics.report(
                Diagnostic(
                    .otherAuthentication, .note,
                    "the authentication scheme `\(method)` is not built in: give the client a `Credential` for it",
                    at: (scheme.node["scheme"] ?? scheme.node).place))
        }
    }

    func lowerSecuritySchemes() -> [SecurityScheme] {
        document.components.securitySchemes.compactMap { name, scheme in
            let kind: SecurityScheme.Kind
            switch (scheme.type, scheme.scheme.lowercased()) {
            case ("apiKey", _):
                guard let location = Parameter.Location(rawValue: scheme.location) else { return nil }
                kind = .apiKey(name: scheme.name, location: location)
            case ("http", "basic"): kind = .basic
            case ("http", "bearer"): kind = .bearer(format: scheme.bearerFormat)
            case ("http", _): kind = .http(scheme: scheme.scheme)
            case ("oauth2", _): kind = .oauth2
            case ("openIdConnect", _): kind = .openIDConnect(url: scheme.openIDConnectURL)
            case ("mutualTLS", _): kind = .mutualTLS
            default: return nil
            }
            let openIDConnectURL = scheme.type == "openIdConnect" ? scheme.openIDConnectURL : nil
            return SecurityScheme(
                name: name, kind: kind, documentation: scheme.description,
                flows: scheme.flows.compactMap { name, flow in
                    OAuthFlow.Kind(rawValue: name).map {
                        OAuthFlow(
                            $0, authorizationURL: flow.authorizationURL,
                            deviceAuthorizationURL: flow.deviceAuthorizationURL, tokenURL: flow.tokenURL,
                            refreshURL: flow.refreshURL, scopes: flow.scopes)
                    }
                }, metadataURL: openIDConnectURL ?? scheme.metadataURL, origin: scheme.node.origin)
        }
    }

    mutating func security(_ requirements: [SecurityRequirementObject]) -> [[SecurityRequirement]] {
        let known = document.components.securitySchemes.map(\.name)
        return requirements.map { requirement in
            requirement.schemes.map { name, scopes, node in
                if !known.contains(name) {
                    diagnostics.error(
                        .unknownSecurityScheme, "there is no security scheme `\(name)`", at: node.place,
                        help: suggestion(for: name, among: known))
                }
                return SecurityRequirement(scheme: name, scopes: scopes)
            }
        }
    }
}
