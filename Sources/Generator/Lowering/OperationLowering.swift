import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

/// Lowers a description except its schemas: operations, webhooks, servers and security.
///
/// It requests the types of bodies, parameters and header fields from `SchemaLowering`, which knows nothing of
/// operations.
struct OperationLowering {
    var schemas: SchemaLowering

    var document: Document { schemas.document }
    var options: LoweringOptions { schemas.options }

    var diagnostics: Diagnostics {
        get { schemas.diagnostics }
        _modify { yield &schemas.diagnostics }
    }

    /// Lowers the description. The types that the API refers to are not declared yet.
    mutating func lowerDocument() -> API {
        let info = document.info
        var api = API(
            title: info.title, version: info.version, file: document.files.first?.path, summary: info.summary,
            documentation: info.description,
            externalDocumentation: document.externalDocumentation.map(ExternalDocumentation.init),
            servers: lowerServers(shared(document.servers)), securitySchemes: lowerSecuritySchemes(),
            tags: document.tags.map { Tag(name: $0.name, documentation: $0.description) })
        checkFilter()
        schemas.checkExternalSchemas()
        api.operations = lowerOperations()
        reportOtherAuthentication(in: api)
        api.webhooks = lowerWebhooks()
        return api
    }
}
