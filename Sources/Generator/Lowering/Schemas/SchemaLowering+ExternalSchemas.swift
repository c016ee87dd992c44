import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

// Schemas whose types are declared outside the generated code.
extension SchemaLowering {
    /// Reports external schemas that the description does not have.
    mutating func checkExternalSchemas() {
        if options.externalSchemas.isEmpty { return }
        let names = Set(document.components.schemas.map(\.name))
        for schema in options.externalSchemas where !names.contains(schema.name) {
            diagnostics.error(
                .unknownOverride, "the description has no schema `\(schema.name)`", at: schema.place,
                help: suggestion(for: schema.name, among: names.sorted()))
        }
    }

    func isExternal(_ id: TypeID) -> Bool {
        options.externalSchemas.contains { $0.name == id.name }
    }

    /// Returns a type for the kind of JSON that a schema allows, without a type for its members.
    func opaqueUse(of schema: Schema) -> TypeUse {
        let origin = schema.node.origin
        let anything = TypeUse(.any, origin: origin)
        return switch Conjunction([schema]).kinds?.subtracting(.null) {
        case [.string]: TypeUse(.string(format: nil), origin: origin)
        case [.boolean]: TypeUse(.boolean, origin: origin)
        case [.integer]: TypeUse(.integer(.unspecified), origin: origin)
        case [.number], [.integer, .number]: TypeUse(.number(.unspecified), origin: origin)
        case [.array]: TypeUse(.array(anything), origin: origin)
        case [.object]: TypeUse(.map(anything), origin: origin)
        default: anything
        }
    }
}
