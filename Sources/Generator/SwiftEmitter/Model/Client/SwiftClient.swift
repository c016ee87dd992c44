import ApusAPIModel
import ApusDiagnostics

/// The client of an API.
struct SwiftClient {
    let name: String
    let documentation: [String]
    let servers: SwiftServers
    let credentials: [SwiftCredential]
    let oauthSchemes: [SwiftOAuthScheme]
    /// The name of the enum of security schemes.
    let schemesName: String
    /// The type of the default transport, or `nil` if each client must be given a transport.
    let transport: String?
    let headers: SwiftHeaders?
    let operations: [SwiftOperation]

    init(_ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        let (api, names, options) = (types.api, types.names, types.options)
        name = names.client
        schemesName = names.securitySchemes
        documentation = Self.documentation(of: api)
        let servers = SwiftServers(api, names)
        let security = SwiftSecurity(api)
        self.servers = servers
        credentials = security.credentials
        oauthSchemes = security.endpoints
        transport = options.defaultTransport?.type
        headers = SwiftHeaders(types, into: &diagnostics)
        operations = zip(api.operations, names.operations).map { operation, names in
            let parameterNames = ParameterNames.names(
                of: operation, overrides: options.nameOverrides, into: &diagnostics)
            let result = SwiftOperation(
                operation, names: names, parameterNames: parameterNames, servers: servers, security: security, types)
            if let pagination = operation.pagination, result.pages == nil {
                diagnostics.error(
                    .invalidExtension,
                    "`x-apus-pagination` needs a response whose only success has a list of items at `items`",
                    at: pagination.origin.place)
            }
            return result
        }
    }

    private static func documentation(of api: API) -> [String] {
        var comment = DocComment()
        comment.paragraph("A client of \(api.title.isEmpty ? "the API" : api.title).")
        comment.paragraph(api.summary)
        comment.paragraph(api.documentation)
        comment.seeAlso(api.externalDocumentation)
        return comment.lines
    }
}
