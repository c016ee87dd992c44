import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI

// Schemas for which a type that is declared elsewhere stands.
extension SchemaLowering {
    /// Reports overrides of schemas that the description does not have.
    mutating func checkTypeOverrides() {
        if options.typeOverrides.isEmpty { return }
        let names = Set(document.components.schemas.map(\.name))
        for override in options.typeOverrides where !names.contains(override.schema) {
            diagnostics.error(
                .unknownOverride, "the description has no schema `\(override.schema)`", at: override.place,
                help: suggestion(for: override.schema, among: names.sorted()))
        }
    }

    func externalType(of id: TypeID) -> ExternalType? {
        options.typeOverrides.last { $0.schema == id.name }?.type
    }

    /// What is known of the values of a schema without a look at what is in them.
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
