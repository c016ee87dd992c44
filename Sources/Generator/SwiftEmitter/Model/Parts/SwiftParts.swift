import ApusAPIModel
import ApusDiagnostics

/// The enum of the parts of a multipart body that is received.
struct SwiftParts {
    /// The treatment of parts that no property names.
    enum Others {
        /// The object allows none.
        case refused
        /// They have a type.
        case typed(SwiftPart)
        case untyped
    }

    /// The type of all parts together.
    let source: TypeDeclaration
    let name: String
    /// The name of the type of all parts together.
    let whole: String
    let parts: [SwiftPart]
    let others: Others

    /// Returns `nil` if the type is not an object.
    init?(_ body: ReceivedParts, _ types: SwiftTypes, into diagnostics: inout Diagnostics) {
        guard let source = types.declarations[body.type], case .named(let id) = types.resolved(.named(body.type)),
            case .object(let object) = types.declarations[id]?.shape, let name = types.names.parts[body]
        else { return nil }
        self.source = source
        self.name = name
        whole = types.typeName(body.type)
        let overrides = types.options.nameOverrides
        let described = object.properties.compactMap { property -> (property: Property, encoding: PropertyEncoding?)? in
            let encoding = body.encodings.first { $0.property == property.name }
            // A style can split a property into parts with other names.
            return encoding?.hasTypedParts == false ? nil : (property, encoding)
        }
        let names = MemberNames.names(
            for: described.map { item in
                let property = item.property
                return NameRequest(
                    property.name, explicit: overrides["\(id.name)/\(property.name)"] ?? property.explicitName,
                    origin: property.origin)
            }, reserved: ReservedNames.parts, into: &diagnostics)
        parts = zip(described, names).map { SwiftPart($0.property, $0.encoding, name: $1, types) }
        switch described.count == object.properties.count ? object.additionalProperties : .ignored {
        case .forbidden where !described.isEmpty: others = .refused
        case .kept(let use) where types.resolved(use.type) != .any: others = .typed(SwiftPart(others: use, types))
        case .forbidden, .kept, .ignored: others = .untyped
        }
    }
}
