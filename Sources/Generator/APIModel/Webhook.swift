/// A request that the API sends: a webhook, or a callback of an operation.
public struct Webhook: Sendable {
    /// The key of the webhook or callback.
    public var name: String
    /// The name in code given by the description (`x-apus-name`).
    public var explicitName: String?
    public var method: String
    public var summary: String?
    public var documentation: String?
    public var externalDocumentation: ExternalDocumentation?
    /// The operation of a callback and the runtime expression of its URL, or `nil` for a webhook.
    public var callback: Callback?
    /// The payload in each media type.
    public var contents: [Content]
    public var origin: Origin

    /// The origin of a callback.
    public struct Callback: Sendable {
        public var operation: String
        public var expression: String

        public init(operation: String, expression: String) {
            self.operation = operation
            self.expression = expression
        }
    }

    public init(
        name: String, explicitName: String? = nil, method: String, summary: String? = nil, documentation: String? = nil,
        externalDocumentation: ExternalDocumentation? = nil, callback: Callback? = nil, contents: [Content],
        origin: Origin
    ) {
        self.name = name
        self.explicitName = explicitName
        self.method = method
        self.summary = summary
        self.documentation = documentation
        self.externalDocumentation = externalDocumentation
        self.callback = callback
        self.contents = contents
        self.origin = origin
    }
}
