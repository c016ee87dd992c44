import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Objects and maps.
extension SchemaLowering {
    mutating func lowerObject(_ conjunction: Conjunction, path: NamePath) -> TypeUse {
        let origin = conjunction.place.node.origin
        let members = conjunction.properties
        count(members, of: conjunction)
        var additional = additionalProperties(of: conjunction, path: path, hasProperties: !members.isEmpty)
        if members.isEmpty, additional != .forbidden {
            let value: TypeUse
            if case .kept(let use) = additional { value = use } else { value = TypeUse(.any, origin: origin) }
            return TypeUse(
                .map(value), constraints: constraints(conjunction.parts, kinds: [.object], keepsRequired: true),
                origin: origin)
        }
        let required = conjunction.required
        var properties: [Property] = []
        for (name, schemas) in members {
            properties.append(
                lowerProperty(name, schemas, isRequired: required.contains(Spelling(name)), path: path.appending(name)))
        }
        // A required member is a member even without a schema.
        var known = Set(members.map { Spelling($0.name) })
        for part in conjunction.parts {
            for name in part.required where known.insert(Spelling(name.text)).inserted {
                reportUndeclared(name, among: members.map(\.name))
                properties.append(
                    Property(
                        name: name.text, isRequired: true, type: TypeUse(.any, origin: name.origin),
                        origin: name.origin))
            }
        }
        if additional == .ignored {
            // A discriminator property is kept even if no schema describes it.
            for discriminator in conjunction.inherited where known.insert(Spelling(discriminator.propertyName)).inserted
            {
                let origin = discriminator.node.origin
                properties.append(
                    Property(
                        name: discriminator.propertyName, isRequired: false,
                        type: TypeUse(.string(format: nil), origin: origin), origin: origin))
            }
        }
        let constraints = constraints(conjunction.parts, kinds: [.object])
        if additional == .ignored, constraints.dependOnMembers(besides: Set(properties.map { Spelling($0.name) })) {
            // A member that validation requires is required.
            additional = .kept(TypeUse(.any, origin: origin))
        }
        let id = declare(
            .object(ObjectShape(properties: properties, additionalProperties: additional)), for: conjunction,
            path: path,
            constraints: constraints)
        noteRules(of: conjunction, id: id)
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
        of conjunction: Conjunction, path: NamePath, hasProperties: Bool
    ) -> ObjectShape.AdditionalProperties {
        let hasPatterns = conjunction.has(.patternProperties)
        let any = TypeUse(.any, origin: conjunction.place.node.origin)
        if hasPatterns { return .kept(any) }
        var schemas: [Schema] = []
        for part in conjunction.parts {
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
        let conjunction = Conjunction(schemas)
        let own = schemas.flatMap { [$0] + $0.subschemas(.allOf).filter { !$0.isReference } }
        let origin = schemas[0].node.origin
        let constant = possibleConstant(of: conjunction)
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
            isReadOnly: conjunction.flag(.readOnly), isWriteOnly: conjunction.flag(.writeOnly), isRequired: isRequired,
            type: use,
            constant: constant, origin: origin)
        property.defaultValue = defaultValue(of: conjunction, constant: constant)
        if property.isReadOnly, property.isWriteOnly {
            diagnostics.warning(
                .contradictoryDirections, "`\(name)` is both read-only and write-only", at: schemas[0].node.place,
                help: "remove `readOnly` or `writeOnly`; until then the member is sent and received")
        }
        // `nil` represents both absence and `null`.
        if property.defaultValue == .null, !isRequired { property.defaultValue = nil }
        return property
    }

    /// The only allowed value, unless other keywords reject it. A value listed with `null` is a choice of two.
    private mutating func possibleConstant(of conjunction: Conjunction) -> JSONLiteral? {
        guard conjunction.has(.const) || !conjunction.isNullable, let constant = constant(of: conjunction),
            let (source, values) = list(in: conjunction)
        else { return nil }
        return possible(values, in: conjunction, source: source).isEmpty ? nil : constant
    }

    /// The only allowed value, from `const` or an `enum` with one value.
    func constant(of conjunction: Conjunction) -> JSONLiteral? {
        if let value = conjunction.first(.const), value.kind != .null, value.kind.isScalar { return value.literal }
        guard let values = conjunction.first(.enum)?.elements.filter({ $0.kind != .null }), values.count == 1,
            let value = values.first, value.kind.isScalar
        else { return nil }
        // A named enum with one value will often grow.
        guard conjunction.parts.first?[.enum] != nil, !conjunction.place.isReference else { return nil }
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
