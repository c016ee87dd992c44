import ApusAPIModel

extension Comparison {
    /// Compares the schemes that both descriptions have, and reports those that operations can no longer use.
    mutating func compareSecuritySchemes() {
        if let source = old.credentials.sourceBreak(in: new.credentials) {
            report(
                .credentialsChanged, "the client needs other credentials",
                at: Site(
                    name: "the client", old: old.api.securitySchemes.first?.origin,
                    new: new.api.securitySchemes.first?.origin),
                source: source + " in the client's initializer")
        }
        let schemes = Dictionary(new.api.securitySchemes.map { ($0.name, $0) }) { first, _ in first }
        for scheme in old.api.securitySchemes {
            let name = "the security scheme `\(scheme.name)`"
            guard let next = schemes[scheme.name] else {
                report(
                    .securitySchemeRemoved, "\(name) is gone", at: Site(name: name, old: scheme.origin, new: nil))
                continue
            }
            if scheme.kind == next.kind { continue }
            report(
                .securitySchemeChanged, "\(name) is \(text(next.kind)) instead of \(text(scheme.kind))",
                at: Site(name: name, old: scheme.origin, new: next.origin), .request,
                narrows: sameOnWire(scheme.kind, next.kind) ? .safe : .breaking,
                widens: sameOnWire(scheme.kind, next.kind) ? .safe : .breaking)
        }
    }

    /// Compares the alternatives of credentials of an operation.
    mutating func compareSecurity(_ a: Operation, _ b: Operation, at site: Site) {
        let before = a.security.isEmpty ? [[]] : a.security
        let after = b.security.isEmpty ? [[]] : b.security
        for alternative in before where !after.contains(where: { Self.suffices(alternative, for: $0) }) {
            report(
                .securityNarrowed, "\(site.name) no longer accepts \(text(alternative))", at: site, .request,
                narrows: .breaking)
        }
        for alternative in after where !before.contains(where: { Self.suffices(alternative, for: $0) }) {
            report(
                .securityWidened, "\(site.name) accepts \(text(alternative))", at: site, .request, widens: .breaking)
        }
    }

    /// Whether credentials for one alternative are sufficient for another.
    private static func suffices(_ given: [SecurityRequirement], for needed: [SecurityRequirement]) -> Bool {
        needed.allSatisfy { need in
            given.contains { $0.scheme == need.scheme && Set($0.scopes).isSuperset(of: need.scopes) }
        }
    }

    private func text(_ alternative: [SecurityRequirement]) -> String {
        if alternative.isEmpty { return "requests without credentials" }
        return alternative.map { requirement in
            "`\(requirement.scheme)`"
                + (requirement.scopes.isEmpty ? "" : " with the scopes \(list(requirement.scopes))")
        }.joined(separator: " and ")
    }

    private func text(_ kind: SecurityScheme.Kind) -> String {
        switch kind {
        case .apiKey(let name, let location): "an API key in the \(location.rawValue) `\(name)`"
        case .basic: "basic authentication"
        case .bearer(let format): "a bearer token" + (format.map { " (\($0))" } ?? "")
        case .http(let scheme): "HTTP authentication `\(scheme)`"
        case .oauth2: "OAuth 2"
        case .openIDConnect: "OpenID Connect"
        case .mutualTLS: "mutual TLS"
        }
    }

    /// The form of the credentials: all kinds of bearer tokens are sent alike.
    private func label(_ kind: SecurityScheme.Kind) -> String {
        switch kind {
        case .apiKey: "apiKey"
        case .basic: "basic"
        case .bearer, .oauth2, .openIDConnect: "bearer"
        case .http: "http"
        case .mutualTLS: "mutualTLS"
        }
    }

    private func sameOnWire(_ a: SecurityScheme.Kind, _ b: SecurityScheme.Kind) -> Bool {
        label(a) == "bearer" && label(b) == "bearer"
    }
}
