import ApusAPIModel
import ApusDiagnostics

/// The enum of the requests that an API sends, with the types of their payloads.
struct SwiftWebhooks {
    struct Webhook {
        let webhook: ApusAPIModel.Webhook
        /// The name, without backticks.
        let name: String
        /// The type of what decodes the payload.
        let decoder: SwiftType
        let documentation: [String]
    }

    let name: String
    let webhooks: [Webhook]

    /// `nil` if there is no webhook whose payload has a type.
    init?(_ catalog: Catalog, into diagnostics: inout Diagnostics) {
        let typed = catalog.api.webhooks.compactMap { webhook in
            Self.decoder(of: webhook, catalog).map { (webhook: webhook, decoder: $0) }
        }
        if typed.isEmpty { return nil }
        let names = namesOfMembers(
            Self.requests(typed.map(\.webhook), overrides: catalog.options.nameOverrides), reserved: [], into: &diagnostics)
        name = catalog.names.webhooks
        webhooks = zip(typed, names).map { item, name in
            Webhook(
                webhook: item.webhook, name: name, decoder: item.decoder,
                documentation: Self.documentation(of: item.webhook))
        }
    }

    private static func decoder(of webhook: ApusAPIModel.Webhook, _ catalog: Catalog) -> SwiftType? {
        for content in webhook.contents {
            if case .json(let use) = content.coding { return .generic("WebhookDecoder", catalog.swiftType(use)) }
        }
        let parts = webhook.contents.lazy.compactMap { catalog.partsName(of: $0) }.first
        return parts.map { .generic("MultipartWebhookDecoder", .named($0)) }
    }

    private static func documentation(of webhook: ApusAPIModel.Webhook) -> [String] {
        var comment = DocComment()
        comment.paragraph(webhook.summary)
        if webhook.documentation != webhook.summary { comment.paragraph(webhook.documentation) }
        if let callback = webhook.callback {
            comment.paragraph(
                "A callback of `\(oneLine(callback.operation))`, sent to `\(oneLine(callback.expression))`.")
        }
        comment.seeAlso(webhook.externalDocumentation)
        return comment.lines
    }

    /// What the webhooks are to be called: callbacks that share a name, after their operations; and then those that
    /// share one still, after their methods.
    private static func requests(_ webhooks: [ApusAPIModel.Webhook], overrides: [String: String]) -> [NameRequest] {
        var names = webhooks.map(\.name)
        func qualify(_ prefix: (ApusAPIModel.Webhook) -> String?) {
            let counts = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
            for (index, webhook) in webhooks.enumerated() where counts[names[index], default: 0] > 1 {
                if let prefix = prefix(webhook) { names[index] = prefix + " " + names[index] }
            }
        }
        qualify { $0.callback?.operation }
        qualify { $0.method.lowercased() }
        return zip(webhooks, names).map { webhook, name in
            NameRequest(
                name, explicit: overrides[webhook.name] ?? webhook.explicitName, origin: webhook.origin,
                fallback: "webhook")
        }
    }
}
