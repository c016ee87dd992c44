import ApusAPIModel
import ApusDiagnostics

/// What `webhooks.mustache` prints: the requests that the API sends, with the types of their payloads.
struct WebhooksView: TemplateView {
    struct Webhook: TemplateView {
        var documentation: [String]
        var name: String
        /// What decodes the payload, and its type.
        var decoder: String
        var arguments: String

        static let fields: [TemplateField<Self>] = [
            .lines("documentation", \.documentation), .text("name", \.name), .text("decoder", \.decoder),
            .text("arguments", \.arguments),
        ]
    }

    var access: String
    var name: String
    var webhooks: [Webhook]

    static let fields: [TemplateField<Self>] = [
        .text("access", \.access), .text("name", \.name), .views("webhooks", \.webhooks),
    ]

    /// Nil if there is no webhook whose payload has a type.
    init?(_ catalog: Catalog, into diagnostics: inout Diagnostics) {
        let typed = catalog.api.webhooks.compactMap { webhook -> (webhook: ApusAPIModel.Webhook, decoder: String)? in
            for content in webhook.contents {
                if case .json(let use) = content.coding { return (webhook, "WebhookDecoder<\(catalog.swiftType(use))>") }
            }
            let parts = webhook.contents.lazy.compactMap { catalog.partsName(of: $0) }.first
            return parts.map { (webhook, "MultipartWebhookDecoder<\($0)>") }
        }
        if typed.isEmpty { return nil }
        let names = namesOfMembers(
            Self.names(typed.map(\.webhook), overrides: catalog.options.nameOverrides), reserved: [], into: &diagnostics)
        access = catalog.options.access.rawValue
        name = catalog.names.webhooks
        webhooks = zip(typed, names).map { item, name in
            let webhook = item.webhook
            var comment = DocComment()
            comment.paragraph(webhook.summary)
            if webhook.documentation != webhook.summary { comment.paragraph(webhook.documentation) }
            if let callback = webhook.callback {
                comment.paragraph(
                    "A callback of `\(printable(callback.operation))`, sent to `\(printable(callback.expression))`.")
            }
            comment.seeAlso(webhook.externalDocumentation)
            let method = webhook.method == "POST" ? "" : ", method: \(stringLiteral(webhook.method))"
            return Webhook(
                documentation: comment.lines, name: escaped(name), decoder: item.decoder,
                arguments: stringLiteral(webhook.name) + method)
        }
    }

    /// What the webhooks are to be called: callbacks that share a name, after their operations; and then those that
    /// share one still, after their methods.
    private static func names(_ webhooks: [ApusAPIModel.Webhook], overrides: [String: String]) -> [NameRequest] {
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
