import ApusAPIModel
import ApusDiagnostics

/// An API as Swift, with every name, type and expression decided.
struct SwiftModel {
    let options: EmitterOptions
    /// The assignment of types and operations to files.
    let families: Families
    let declarations: [SwiftDeclaration]
    /// The parts of the multipart bodies that are received.
    let parts: [SwiftParts]
    let webhooks: SwiftWebhooks?
    let client: SwiftClient?
    let server: SwiftServerProtocol?

    init(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) {
        self.options = options
        let types = SwiftTypes(api, options: options, into: &diagnostics)
        families = Families(api, types.names, options)
        let hasModels = options.parts.contains(.models)
        let tuples = types.names.tuples.sorted { $0.value < $1.value }
        declarations =
            hasModels
            ? api.types.compactMap { SwiftDeclaration($0, types) }
                + tuples.map { SwiftDeclaration(tuple: $0.key, name: $0.value, types) } : []
        parts =
            hasModels ? api.receivedParts(options.parts).compactMap { SwiftParts($0, types, into: &diagnostics) } : []
        webhooks = hasModels ? SwiftWebhooks(types, into: &diagnostics) : nil
        let hasClient = options.parts.contains(.client) && !api.operations.isEmpty
        client = hasClient ? SwiftClient(types, into: &diagnostics) : nil
        let hasServer = options.parts.contains(.server) && !api.operations.isEmpty
        server = hasServer ? SwiftServerProtocol(types, into: &diagnostics) : nil
    }
}
