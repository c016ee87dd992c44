import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Types of schemas.
extension SchemaLowering {
    /// Returns the type of a place whose value must satisfy all of `schemas`.
    mutating func lowerSchema(_ schemas: [Schema], path: NamePath) -> TypeUse {
        guard let first = schemas.first else { return TypeUse(.any, origin: document.root.origin) }
        if isTooLarge { return TypeUse(.any, origin: first.node.origin) }
        if schemas.count == 1, first.namesDialect, !first.isRepresentable { return anyValue(satisfying: first) }
        if let named = useOfNamed(schemas) { return named }
        guard schemas.count > 1 || first.isDeclared else { return lowerConjunction(Conjunction(schemas), path: path) }
        let nodes = schemas.map(\.node)
        let open = openTypes[nodes]
        guard open == nil, openTypes.count < Bounds.openTypes else {
            return useOfOpen(schemas, path: open ?? path)
        }
        openTypes[nodes] = path
        let start = mark
        let pending = pendingName
        let use = lowerConjunction(Conjunction(schemas), path: path)
        openTypes[nodes] = nil
        guard schemas.count == 1, declarations.inlineTargets.contains(first.node), let named = useOfNamed(schemas)
        else { return use }
        // The schema contains itself, so it has a name, which this place uses too.
        rollBack(to: start)
        pendingName = pending
        return useOfNamed(schemas) ?? named
    }

    private mutating func lowerConjunction(_ conjunction: Conjunction, path: NamePath) -> TypeUse {
        let isNullable = conjunction.isNullable
        if conjunction.isNull { return TypeUse(.null, origin: conjunction.place.node.origin) }
        var use = lowerNonNull(conjunction, path: path)
        use.isNullable = isNullable && use.type != .any
        return use
    }

    /// Returns the type of schemas that contain themselves, or that are nested too deeply.
    ///
    /// A single schema becomes a named type. A combination has no name, and becomes JSON values with its assertions.
    private mutating func useOfOpen(_ schemas: [Schema], path: NamePath) -> TypeUse {
        guard schemas.count == 1, !schemas[0].isReference else { return anyValue(satisfying: Conjunction(schemas)) }
        declarations.declareOnce(schemas[0].node, as: path.id)
        return useOfNamed(schemas) ?? anyValue(satisfying: schemas[0])
    }

    /// The use of the only named type among `schemas`.
    mutating func useOfNamed(_ schemas: [Schema]) -> TypeUse? {
        guard let named = namedTarget(of: schemas) else { return nil }
        let id = declarations.id(of: named.node)
        let own = schemas.filter { !declarations.inlineTargets.contains($0.node) }.flatMap { Self.inlineParts(of: $0) }
        return TypeUse(
            .named(id), isNullable: Conjunction(schemas).isNullable,
            constraints: constraints(own, kinds: nil), origin: schemas[0].node.origin)
    }

    /// The only named schema among `schemas`, if the others only annotate or assert.
    func namedTarget(of schemas: [Schema]) -> Schema? {
        var target: Schema?
        for schema in schemas {
            let candidate: Schema
            if declarations.inlineTargets.contains(schema.node), isDeclaredAtTarget(schema) {
                candidate = schema
            } else if schema.isReference {
                if document.version >= .v3_1, Keywords.isStructural(schema, ignoring: [.reference, .dynamicReference]) {
                    return nil
                }
                candidate = schema
            } else if let members = schema[.allOf] {
                if Keywords.isStructural(schema, ignoring: [.allOf, .type]) { return nil }
                let structural = members.elements.map { Schema(node: $0, document: document) }
                    .filter { Keywords.isStructural($0) || $0[.type] != nil }
                guard structural.count == 1, let inner = namedTarget(of: structural) else { return nil }
                candidate = inner
            } else if Keywords.isStructural(schema) || schema[.type] != nil {
                return nil
            } else {
                continue
            }
            guard let resolved = document.declaration(of: candidate.node) else { return nil }
            if let target, target.node != resolved { return nil }
            target = Schema(node: resolved, document: document)
        }
        return target
    }

    /// Whether the type of an inline schema that is the target of a reference is declared once, for both places.
    private func isDeclaredAtTarget(_ schema: Schema) -> Bool {
        !schema.isReference && declaredNode != schema.node && schema.isDeclared
    }

    /// The schemas in a place itself, without the targets of its references.
    private static func inlineParts(of schema: Schema) -> [Schema] {
        if schema.isReference { return schema.document.version >= .v3_1 ? [schema] : [] }
        return [schema] + schema.subschemas(.allOf).flatMap(inlineParts(of:))
    }

    /// Returns the type of a conjunction without its nullability.
    mutating func lowerNonNull(_ conjunction: Conjunction, path: NamePath) -> TypeUse {
        let origin = conjunction.place.node.origin
        if conjunction.isForbidden { return TypeUse(.never, origin: origin) }
        if let kinds = conjunction.kinds, kinds.isEmpty {
            if conjunction.parts.contains(where: \.isOfNullOnly) { return TypeUse(.null, origin: origin) }
            reportConflict(conjunction)
            return TypeUse(.any, origin: origin)
        }
        if conjunction.has(.enum) || conjunction.has(.const) { return lowerEnumeration(conjunction, path: path) }
        if let union = lowerUnion(conjunction, path: path) { return union }
        guard let kinds = conjunction.kinds ?? inferredKinds(of: conjunction) else {
            return TypeUse(.any, constraints: constraints(conjunction.parts, kinds: nil), origin: origin)
        }
        if kinds.count == 1 || kinds == [.integer, .number], let kind = kinds.first {
            var use = lowerKind(kinds.count == 2 ? .number : kind, of: conjunction, path: path)
            if kinds.count == 2 { use.type = use.type.keepingDigits }
            return use
        }
        return lowerUnionOfKinds(conjunction, kinds: kinds, path: path)
    }

    /// The kind of value that a schema without `type` implies.
    private func inferredKinds(of conjunction: Conjunction) -> JSONKinds? {
        if conjunction.parts.contains(where: { $0[.properties].map { !$0.entries.isEmpty } ?? false }) {
            return [.object]
        }
        if conjunction.has(.additionalProperties) { return [.object] }
        if conjunction.has(.items) || conjunction.has(.prefixItems) { return [.array] }
        return nil
    }

    /// Returns the type for one JSON type.
    mutating func lowerKind(_ kind: Discrimination.JSONKind, of conjunction: Conjunction, path: NamePath) -> TypeUse {
        let origin = conjunction.place.node.origin
        let type: Type
        switch kind {
        case .boolean: type = .boolean
        case .null: type = .null
        case .integer: type = .integer(integerFormat(conjunction.first(.format)?.text))
        case .number: type = numberType(conjunction.first(.format)?.text)
        case .string:
            type = stringType(conjunction)
            reportFormats(conjunction)
        case .array: type = lowerArray(conjunction, path: path)
        case .object: return lowerObject(conjunction, path: path)
        }
        return TypeUse(
            type, constraints: constraints(conjunction.parts, kinds: JSONKinds(kind), type: type), origin: origin)
    }

    private func integerFormat(_ format: String?) -> IntegerFormat {
        switch format {
        case "uint": .uint64
        case let format?: IntegerFormat(rawValue: format) ?? .unspecified
        case nil: .unspecified
        }
    }

    private func numberType(_ format: String?) -> Type {
        switch format {
        case "float": .number(.float)
        case "double": .number(.double)
        case "decimal", "decimal128": .number(.decimal)
        default: .number(.unspecified)
        }
    }

    private func stringType(_ conjunction: Conjunction) -> Type {
        switch conjunction.first(.contentEncoding)?.text {
        case "base64": return .base64
        case "binary": return .string(format: "binary")
        default: break
        }
        switch conjunction.first(.format)?.text {
        case "date-time": return .dateTime
        case "date": return .date
        case "uuid", "uuid4": return .uuid
        case "uri", "url": return .url
        case "byte": return .base64
        case nil
        where !conjunction.has(.contentEncoding)
            && conjunction.parts.contains { MediaForm.isBinary($0.contentMediaType ?? "") }:
            // Only text has another form in a string (OpenAPI 3.1, "Working with Binary Data").
            return .string(format: "binary")
        case let format: return .string(format: format)
        }
    }

    private mutating func lowerArray(_ conjunction: Conjunction, path: NamePath) -> Type {
        let items = conjunction.parts.compactMap { $0.subschema(.items) }
        let prefix = conjunction.first(.prefixItems)?.elements.map { Schema(node: $0, document: document) } ?? []
        if !prefix.isEmpty {
            let count = String(prefix.count)
            let isFixed =
                conjunction.first(.minItems)?.text == count
                && (conjunction.first(.maxItems)?.text == count || items.first?.booleanValue == false)
            guard isFixed else { return .array(TypeUse(.any, origin: conjunction.place.node.origin)) }
            return .tuple(prefix.indices.map { lowerSchema([prefix[$0]], path: path.appending("\($0)")) })
        }
        guard !items.isEmpty else { return .array(TypeUse(.any, origin: conjunction.place.node.origin)) }
        return .array(lowerSchema(items, path: path.appending("item")))
    }

    /// Whether two formats have different types, so that no value has both.
    private mutating func reportFormats(_ conjunction: Conjunction) {
        let formats = conjunction.parts.compactMap { $0[.format] }
        guard formats.count > 1, let first = formats.first else { return }
        let typed = { (format: Node) in Self.typedFormats[format.text] }
        guard let other = formats.first(where: { typed($0) != nil && typed($0) != typed(first) }), typed(first) != nil
        else { return }
        diagnostics.error(
            .conflictingSchemas, "no string has the formats `\(first.text)` and `\(other.text)`", at: other.place,
            notes: [.init("`\(first.text)` is here", at: first.place)])
    }

    private static let typedFormats: [String: Type] = [
        "date-time": .dateTime, "date": .date, "uuid": .uuid, "uuid4": .uuid,
    ]

    mutating func reportConflict(_ conjunction: Conjunction) {
        let types = conjunction.parts.compactMap { $0[.type] }
        // Reading has reported unknown types.
        let names = conjunction.parts.flatMap(\.types)
        guard let last = types.last, names.allSatisfy({ Discrimination.JSONKind(rawValue: $0) != nil }) else { return }
        diagnostics.error(
            .conflictingSchemas, "no value can have all of these types", at: last.place,
            notes: types.dropLast().map { .init("this requires another type", at: $0.place) })
    }
}
