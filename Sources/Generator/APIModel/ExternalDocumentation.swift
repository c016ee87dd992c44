/// A link to documentation (OpenAPI Specification, "External Documentation Object").
public struct ExternalDocumentation: Sendable {
    public var url: String
    /// A description of the linked documentation.
    public var documentation: String?

    public init(url: String, documentation: String? = nil) {
        self.url = url
        self.documentation = documentation
    }
}
