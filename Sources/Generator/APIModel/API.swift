/// An HTTP API as described: the intermediate representation (IR) between reading and emitting.
///
/// The IR does not depend on a language and is complete, so that an emitter for another language needs nothing else.
/// It keeps the order of the description, so that the output is stable.
public struct API: Sendable {
    public var title: String
    public var version: String
    /// The path of the description's own file, as in places. A type of another file has its place in that file.
    public var file: String?
    public var summary: String?
    public var documentation: String?
    public var externalDocumentation: ExternalDocumentation?
    public var servers: [Server]
    public var types: [TypeDeclaration]
    public var operations: [Operation]
    public var webhooks: [Webhook]
    public var securitySchemes: [SecurityScheme]
    public var tags: [Tag]
    /// The examples of schemas, bodies and parameters, by the origin of each. Empty unless lowering includes examples.
    public var examples: [Origin: [Example]] = [:]

    public init(
        title: String, version: String, file: String? = nil, summary: String? = nil, documentation: String? = nil,
        externalDocumentation: ExternalDocumentation? = nil, servers: [Server] = [], types: [TypeDeclaration] = [],
        operations: [Operation] = [], webhooks: [Webhook] = [], securitySchemes: [SecurityScheme] = [], tags: [Tag] = []
    ) {
        self.title = title
        self.version = version
        self.file = file
        self.summary = summary
        self.documentation = documentation
        self.externalDocumentation = externalDocumentation
        self.servers = servers
        self.types = types
        self.operations = operations
        self.webhooks = webhooks
        self.securitySchemes = securitySchemes
        self.tags = tags
    }
}

/// A server of the API (OpenAPI Specification, "Server Object").
public struct Server: Sendable {
    /// A variable of the URL template.
    public struct Variable: Sendable {
        public var name: String
        public var defaultValue: String
        /// The allowed values. Empty if every value is allowed.
        public var values: [String]
        public var documentation: String?

        public init(name: String, defaultValue: String, values: [String] = [], documentation: String? = nil) {
            self.name = name
            self.defaultValue = defaultValue
            self.values = values
            self.documentation = documentation
        }
    }

    /// The URL template with `{variable}` for each variable. It may be relative.
    public var urlTemplate: String
    public var documentation: String?
    public var variables: [Variable]

    public init(urlTemplate: String, documentation: String? = nil, variables: [Variable] = []) {
        self.urlTemplate = urlTemplate
        self.documentation = documentation
        self.variables = variables
    }
}

/// A group of operations.
public struct Tag: Sendable {
    public var name: String
    public var documentation: String?

    public init(name: String, documentation: String? = nil) {
        self.name = name
        self.documentation = documentation
    }
}
