import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Objects and maps.
extension SchemaLowering {
    mutating func lowerObject(_ whole: Conjunction, path: NamePath) -> TypeUse {
        let origin = whole.place.node.origin
        let members = whole.properties
        count(members, of: whole)
        var additional = additionalProperties(of: whole, path: path, hasProperties: !members.isEmpty)
        if members.isEmpty, additional != .forbidden {
            let value: TypeUse
            if case .kept(let use) = additional { value = use } else { value = TypeUse(.any, origin: origin) }
            return TypeUse(
                .map(value), constraints: constraints(whole.parts, kinds: [.object], keepsRequired: true),
                origin: origin)
        }
        let required = whole.required
        var properties: [Property] = []
        for (name, schemas) in members {
            properties.append(
                lowerProperty(name, schemas, isRequired: required.contains(Spelling(name)), path: path.appending(name)))
        }
        // A required member without a schema is still a member.
        var known = Set(members.map { Spelling($0.name) })
        for part in whole.parts {
            for name in part.required where known.insert(Spelling(name.text)).inserted {
                reportUndeclared(name, among: members.map(\.name))
                properties.append(
                    Property(
                        name: name.text, isRequired: true, type: TypeUse(.any, origin: name.origin),
                        origin: name.origin))
            }
        }
        if additional == .ignored {
            // What tells the value's type apart is kept, although no schema describes it.
            for discriminator in whole.inherited where known.insert(Spelling(discriminator.propertyName)).inserted {
                let origin = discriminator.node.origin
                properties.append(
                    Property(
                        name: discriminator.propertyName, isRequired: false,
                        type: TypeUse(.string(format: nil), origin: origin), origin: origin))
            }
        }
        let constraints = constraints(whole.parts, kinds: [.object])
        if additional == .ignored, constraints.lookAtMembers(besides: Set(properties.map { Spelling($0.name) })) {
            // What validation asks for must be there.
            additional = .kept(TypeUse(.any, origin: origin))
        }
        let id = declare(
            .object(ObjectShape(properties: properties, additionalProperties: additional)), for: whole, path: path,
            constraints: constraints)
        noteRules(of: whole, id: id)
        noteDefaultSources(of: members, id: id)
        return TypeUse(.named(id), origin: origin)
    }

    private mutating func reportUndeclared(_ name: Node, among known: [String]) {
        guard let help = suggestion(for: name.text, among: known) else { return }
        diagnostics.warning(
            .undeclaredProperty, "`required` names `\(name.text)`, which `properties` does not have",
            at: name.place, help: help)
    }

    private mutating func additionalProperties(
        of whole: Conjunction, path: NamePath, hasProperties: Bool
    ) -> ObjectShape.AdditionalProperties {
        let hasPatterns = whole.has(.patternProperties)
        let any = TypeUse(.any, origin: whole.place.node.origin)
        if hasPatterns { return .kept(any) }
        var schemas: [Schema] = []
        for part in whole.parts {
            for keyword in [Keyword.additionalProperties, .unevaluatedProperties] {
                guard let schema = part.subschema(keyword) else { continue }
                if schema.booleanValue == false { return .forbidden }
                schemas.append(schema)
            }
        }
        guard let first = schemas.first else { return .ignored }
        if first.booleanValue == true || first.node.entries.isEmpty { return .kept(any) }
        return .kept(lowerSchema(schemas, path: path.appending("value")))
    }

    // MARK: Properties

    private mutating func lowerProperty(
        _ name: String, _ schemas: [Schema], isRequired: Bool, path: NamePath
    ) -> Property {
        let whole = Conjunction(schemas)
        let own = schemas.flatMap { [$0] + $0.subschemas(.allOf).filter { !$0.isReference } }
        let origin = schemas[0].node.origin
        let constant = possibleConstant(of: whole)
        let described = own + own.compactMap(onlyAlternative(in:))
        let use: TypeUse
        if let constant {
            use = TypeUse(type(of: constant), origin: origin)
        } else {
            use = lowerSchema(schemas, path: path)
        }
        let first = { (keyword: Keyword) in own.lazy.compactMap { $0[keyword] }.first }
        var property = Property(
            name: name, explicitName: first(.swiftName)?.string,
            documentation: described.compactMap { documentation(of: $0, named: name) }.first,
            isDeprecated: described.lazy.compactMap { $0[.deprecated] }.first?.boolean ?? false,
            isReadOnly: whole.flag(.readOnly), isWriteOnly: whole.flag(.writeOnly), isRequired: isRequired, type: use,
            constant: constant, origin: origin)
        property.defaultValue = defaultValue(of: whole, constant: constant)
        if property.isReadOnly, property.isWriteOnly {
            diagnostics.warning(
                .contradictoryDirections, "`\(name)` is both read-only and write-only", at: schemas[0].node.place,
                help: "remove `readOnly` or `writeOnly`; until then the member is sent and received")
        }
        // What may be absent or null is nil either way.
        if property.defaultValue == .null, !isRequired { property.defaultValue = nil }
        return property
    }

    /// The only value allowed, unless other keywords refuse it. A listed value beside `null` is a choice of two.
    private mutating func possibleConstant(of whole: Conjunction) -> JSONLiteral? {
        guard whole.has(.const) || !whole.isNullable, let constant = constant(of: whole),
            let (source, values) = list(in: whole)
        else { return nil }
        return possible(values, in: whole, source: source).isEmpty ? nil : constant
    }

    /// The only value allowed, from `const` or an `enum` of one.
    func constant(of whole: Conjunction) -> JSONLiteral? {
        if let value = whole.first(.const), value.kind != .null, value.kind.isScalar { return value.literal }
        guard let values = whole.first(.enum)?.elements.filter({ $0.kind != .null }), values.count == 1,
            let value = values.first, value.kind.isScalar
        else { return nil }
        // An enum of one that has a name will often grow.
        guard whole.parts.first?[.enum] != nil, !whole.place.isReference else { return nil }
        return value.literal
    }

    private func type(of constant: JSONLiteral) -> Type {
        switch constant {
        case .null: .null
        case .bool: .boolean
        case .number(let text):
            text.contains(where: { ".eE".contains($0) }) ? .number(.unspecified) : .integer(.unspecified)
        case .string: .string(format: nil)
        case .array, .object, .reference: .any
        }
    }
}
