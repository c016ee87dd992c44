/// Where more is to be read (OpenAPI's External Documentation Object).
public struct ExternalDocumentation: Sendable {
    public var url: String
    /// What is to be read there.
    public var documentation: String?

    public init(url: String, documentation: String? = nil) {
        self.url = url
        self.documentation = documentation
    }
}
