/// Changes of operations and of what applies to all of them.
extension ChangeCode {
    static let operations: [ChangeCode] = [
        .operationRemoved, .operationAdded, .operationMoved, .operationRenamed, .operationDeprecated, .serverRemoved,
        .serverAdded,
        .serverVariableChanged, .securityNarrowed, .securityWidened, .securitySchemeChanged, .securitySchemeRemoved,
        .credentialsChanged,
        .webhookRemoved, .webhookAdded,
    ]

    static let operationRemoved = ChangeCode(
        "operation-removed", "an operation is gone", narrowing: "they call what the server no longer has")
    static let operationAdded = ChangeCode(
        "operation-added", "an operation is new", widening: "clients call what they do not have")
    static let operationMoved = ChangeCode(
        "operation-moved", "an operation has another method or path", narrowing: "they call it in the old way",
        widening: "clients call it in the new way")
    static let credentialsChanged = ChangeCode("credentials-changed", "a client is made with other credentials")
    static let operationRenamed = ChangeCode("operation-renamed", "an operation has another name in code")
    static let operationDeprecated = ChangeCode("operation-deprecated", "an operation is deprecated")
    static let serverRemoved = ChangeCode(
        "server-removed", "a server is gone", narrowing: "they send requests to this server")
    static let serverAdded = ChangeCode("server-added", "a server is new")
    static let serverVariableChanged = ChangeCode(
        "server-variable-changed", "a variable of a server's URL has changed",
        narrowing: "they send requests to a URL with the old value")
    static let securityNarrowed = ChangeCode(
        "security-narrowed", "credentials that sufficed no longer do",
        narrowing: "their credentials are no longer enough")
    static let securityWidened = ChangeCode(
        "security-widened", "other credentials suffice",
        widening: "clients may send credentials that they do not accept")
    static let securitySchemeChanged = ChangeCode(
        "security-scheme-changed", "a security scheme has changed",
        narrowing: "credentials are expected in another form", widening: "credentials arrive in another form")
    static let securitySchemeRemoved = ChangeCode("security-scheme-removed", "a security scheme is gone")
    static let webhookRemoved = ChangeCode(
        "webhook-removed", "a webhook is gone", widening: "they wait for requests that no longer come")
    static let webhookAdded = ChangeCode("webhook-added", "a webhook is new")
}
