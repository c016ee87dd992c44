import ApusAPIModel
import ApusDiagnostics

/// An API as Swift, with every name, type and expression decided.
struct SwiftModel {
    let options: EmitterOptions
    let names: ModuleNames
    let declarations: [SwiftDeclaration]
    /// The parts of the multipart bodies that are received.
    let parts: [SwiftParts]
    let webhooks: SwiftWebhooks?
    let client: SwiftClient?

    init(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) {
        self.options = options
        let catalog = Catalog(api, options: options, into: &diagnostics)
        names = catalog.names
        let hasModels = options.parts.contains(.models)
        let tuples = catalog.names.tuples.sorted { $0.value < $1.value }
        declarations = hasModels
            ? api.types.compactMap { SwiftDeclaration($0, catalog) }
                + tuples.map { SwiftDeclaration(tuple: $0.key, name: $0.value, catalog) } : []
        parts = hasModels ? api.receivedParts.compactMap { SwiftParts($0, catalog, into: &diagnostics) } : []
        webhooks = hasModels ? SwiftWebhooks(catalog, into: &diagnostics) : nil
        let hasClient = options.parts.contains(.client) && !api.operations.isEmpty
        client = hasClient ? SwiftClient(catalog, into: &diagnostics) : nil
    }
}
