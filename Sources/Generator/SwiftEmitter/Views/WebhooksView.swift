/// What `webhooks.mustache` prints: the requests that the API sends, with the types of their payloads.
struct WebhooksView: TemplateView {
    struct Webhook: TemplateView {
        var documentation: [String]
        var name: String
        /// The payload's decoder, and the decoder's type.
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

    init(_ webhooks: SwiftWebhooks, access: String) {
        self.access = access
        name = webhooks.name
        self.webhooks = webhooks.webhooks.map { item in
            let method = item.webhook.method
            return Webhook(
                documentation: item.documentation, name: Identifier.escaped(item.name), decoder: item.decoder.text,
                arguments: SwiftText.literal(item.webhook.name)
                    + (method == "POST" ? "" : ", method: \(SwiftText.literal(method))"))
        }
    }
}
