import ApusAPIModel

extension Comparison {
    /// Compares the operations with the same method and path. The names of path parameters do not matter.
    mutating func compareOperations() {
        let next = Dictionary(new.api.operations.map { (Self.key($0), $0) }) { first, _ in first }
        let previous = Set(old.api.operations.map(Self.key))
        // A removed operation and a new one with its name are one operation that moved.
        let added = new.api.operations.filter { !previous.contains(Self.key($0)) }
        let moved = Dictionary(added.map { (Self.methodName($0), $0) }) { first, _ in first }
        var targets: Set<String> = []
        for operation in old.api.operations {
            let name = Self.name(operation)
            guard let other = next[Self.key(operation)] else {
                if let other = moved[Self.methodName(operation)], targets.insert(Self.key(other)).inserted {
                    report(
                        .operationMoved, "\(name) is \(Self.name(other)) now",
                        at: Site(name: name, old: operation.origin, new: other.origin), .request, narrows: .breaking,
                        widens: .breaking)
                    compare(operation, other)
                    continue
                }
                report(
                    .operationRemoved, "\(name) was removed", at: Site(name: name, old: operation.origin, new: nil),
                    .request,
                    narrows: .breaking, source: "the method `\(Self.methodName(operation))` was removed")
                continue
            }
            compare(operation, other)
        }
        for operation in added where !targets.contains(Self.key(operation)) {
            let name = Self.name(operation)
            report(
                .operationAdded, "\(name) is new", at: Site(name: name, old: nil, new: operation.origin), .request,
                widens: .breaking)
        }
    }

    private mutating func compare(_ a: Operation, _ b: Operation) {
        let site = Site(name: Self.name(a), old: a.origin, new: b.origin)
        if Self.methodName(a) != Self.methodName(b) {
            report(
                .operationRenamed, "\(site.name) is named `\(Self.methodName(b))` instead of `\(Self.methodName(a))`",
                at: site, source: "the method has another name")
        }
        if b.isDeprecated, !a.isDeprecated {
            report(.operationDeprecated, "\(site.name) is deprecated", at: site)
        }
        compareServers(a.servers, b.servers, of: site.name, old: a.origin, new: b.origin)
        compareSecurity(a, b, at: site)
        compareParameters(a, b, at: site)
        compareBodies(a, b, at: site)
        compareArguments(a, b, at: site)
        compareResponses(a, b, at: site)
    }

    static func name(_ operation: Operation) -> String { "`\(operation.method) \(operation.path)`" }

    private static func methodName(_ operation: Operation) -> String { operation.explicitName ?? operation.id }

    /// The method and the path without the names of parameters.
    private static func key(_ operation: Operation) -> String {
        operation.method + " " + withoutNames(operation.path)
    }

    private static func withoutNames(_ path: String) -> String {
        var result = ""
        var isInName = false
        for character in path {
            if character == "}" { isInName = false }
            if !isInName { result.append(character) }
            if character == "{" { isInName = true }
        }
        return result
    }

    /// Reports arguments that a call has to give in another order. Required arguments precede the body.
    private mutating func compareArguments(_ a: Operation, _ b: Operation, at site: Site) {
        if signature(a).isReordered(in: signature(b)) {
            report(
                .argumentsReordered, "the arguments of \(site.name) have another order in code", at: site,
                source: "the arguments have the order of the declaration")
        }
    }

    private func signature(_ operation: Operation) -> Signature {
        let arguments = operation.parameters.map { parameter in
            Signature.Argument(
                key: Self.key(parameter, in: operation), label: parameter.explicitName ?? parameter.name,
                isRequired: parameter.isRequired && parameter.defaultValue == nil)
        }
        let body = operation.requestBody.map { Signature.Argument(key: "body", label: "_", isRequired: $0.isRequired) }
        return Signature(
            arguments: arguments.filter(\.isRequired) + (body.map { [$0] } ?? []) + arguments.filter { !$0.isRequired })
    }

    // MARK: Webhooks

    /// Compares the requests that the API sends. Their receivers are the clients.
    mutating func compareWebhooks() {
        let next = Dictionary(new.api.webhooks.map { (Self.key($0), $0) }) { first, _ in first }
        let previous = Set(old.api.webhooks.map(Self.key))
        for webhook in old.api.webhooks {
            let name = Self.name(webhook)
            guard let other = next[Self.key(webhook)] else {
                report(
                    .webhookRemoved, "\(name) was removed", at: Site(name: name, old: webhook.origin, new: nil),
                    .response,
                    widens: .breaking, source: "the decoder of its payload was removed")
                continue
            }
            compareContents(
                webhook.contents, other.contents, at: Site(name: name, old: webhook.origin, new: other.origin),
                .response,
                source: nil)
        }
        for webhook in new.api.webhooks where !previous.contains(Self.key(webhook)) {
            let name = Self.name(webhook)
            report(.webhookAdded, "\(name) is new", at: Site(name: name, old: nil, new: webhook.origin))
        }
    }

    private static func key(_ webhook: Webhook) -> String {
        [webhook.method, webhook.name, webhook.callback?.operation ?? "", webhook.callback?.expression ?? ""]
            .joined(separator: " ")
    }

    private static func name(_ webhook: Webhook) -> String {
        webhook.callback.map { "the callback `\(webhook.name)` of `\($0.operation)`" }
            ?? "the webhook `\(webhook.name)`"
    }
}
