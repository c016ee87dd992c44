import ApusAPIModel
import ApusDiagnostics

/// The enum of the requests that an API sends, with the types of their payloads.
struct SwiftWebhooks {
    struct Webhook {
        let webhook: ApusAPIModel.Webhook
        /// The name, without backticks.
        let name: String
        /// The type of the payload's decoder.
        let decoder: SwiftType
        let documentation: [String]
    }

    let name: String
    let webhooks: [Webhook]

    /// Returns `nil` if no webhook has a typed payload.
    init?(_ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        let typed = types.api.webhooks.compactMap { webhook in
            Self.decoder(of: webhook, types).map { (webhook: webhook, decoder: $0) }
        }
        if typed.isEmpty { return nil }
        let names = MemberNames.names(
            for: Self.requests(typed.map(\.webhook), overrides: types.options.nameOverrides), reserved: [],
            into: &diagnostics)
        name = types.names.webhooks
        webhooks = zip(typed, names).map { item, name in
            Webhook(
                webhook: item.webhook, name: name, decoder: item.decoder,
                documentation: Self.documentation(of: item.webhook))
        }
    }

    private static func decoder(of webhook: ApusAPIModel.Webhook, _ types: SwiftTypes) -> SwiftType? {
        for content in webhook.contents {
            if case .json(let use) = content.coding { return .generic("WebhookDecoder", types.swiftType(use)) }
        }
        let parts = webhook.contents.lazy.compactMap { types.names.parts(of: $0) }.first
        return parts.map { .generic("MultipartWebhookDecoder", .named($0)) }
    }

    private static func documentation(of webhook: ApusAPIModel.Webhook) -> [String] {
        var comment = DocComment()
        comment.paragraph(webhook.summary)
        if webhook.documentation != webhook.summary { comment.paragraph(webhook.documentation) }
        if let callback = webhook.callback {
            let (operation, url) = (SwiftText.oneLine(callback.operation), SwiftText.oneLine(callback.expression))
            comment.paragraph("A callback of `\(operation)`, sent to `\(url)`.")
        }
        comment.seeAlso(webhook.externalDocumentation)
        return comment.lines
    }

    /// Returns the requested names of the webhooks. Callbacks with the same name also get the names of their
    /// operations. If names are still equal, they get the methods too.
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
