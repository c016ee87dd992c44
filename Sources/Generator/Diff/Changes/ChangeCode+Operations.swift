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
        "operation-removed", "an operation was removed",
        narrowing: "they call an operation that the server no longer has")
    static let operationAdded = ChangeCode(
        "operation-added", "an operation was added", widening: "clients call an operation that they do not have")
    static let operationMoved = ChangeCode(
        "operation-moved", "an operation has another method or path", narrowing: "they call it in the old way",
        widening: "clients call it in the new way")
    static let credentialsChanged = ChangeCode("credentials-changed", "a client needs other credentials")
    static let operationRenamed = ChangeCode("operation-renamed", "an operation has another name in code")
    static let operationDeprecated = ChangeCode("operation-deprecated", "an operation is deprecated")
    static let serverRemoved = ChangeCode(
        "server-removed", "a server was removed", narrowing: "they send requests to this server")
    static let serverAdded = ChangeCode("server-added", "a server was added")
    static let serverVariableChanged = ChangeCode(
        "server-variable-changed", "a variable of a server's URL has changed",
        narrowing: "they send requests to a URL with the old value")
    static let securityNarrowed = ChangeCode(
        "security-narrowed", "credentials are no longer sufficient",
        narrowing: "their credentials are no longer sufficient")
    static let securityWidened = ChangeCode(
        "security-widened", "other credentials are sufficient",
        widening: "clients may send credentials that they do not accept")
    static let securitySchemeChanged = ChangeCode(
        "security-scheme-changed", "a security scheme has changed",
        narrowing: "credentials are expected in another form", widening: "credentials arrive in another form")
    static let securitySchemeRemoved = ChangeCode("security-scheme-removed", "a security scheme was removed")
    static let webhookRemoved = ChangeCode(
        "webhook-removed", "a webhook was removed", widening: "they expect requests that are no longer sent")
    static let webhookAdded = ChangeCode("webhook-added", "a webhook was added")
}
