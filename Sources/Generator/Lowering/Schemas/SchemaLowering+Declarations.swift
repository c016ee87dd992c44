import ApusAPIModel
import ApusByteText
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Named types: components, and inline schemas with declarations.
extension SchemaLowering {
    /// Lowers a schema that was referred to by name. In a lenient run, a schema with errors becomes any JSON value.
    mutating func declareWaiting(_ waiting: Declarations.Waiting) {
        let (schema, id) = (waiting.schema, waiting.id)
        let start = mark
        reportUnread(in: schema.node)
        if waiting.isItself { declareOwn(schema, as: id) } else { declare(schema, as: id) }
        guard options.isLenient, !isTooLarge, hasFailed(since: start) else { return }
        leaveOut(id, at: schema.node.place, since: start)
        add(
            .alias(TypeUse(.any, origin: schema.node.origin)), id: id,
            names: id.name.split(separator: ".").map(String.init), schema: schema)
    }

    private mutating func declare(_ schema: Schema, as id: TypeID) {
        let path = NamePath(id.name.split(separator: ".").map(String.init))
        let names = path.words
        if isExternal(id) {
            add(.alias(opaqueUse(of: schema)), id: id, names: names, schema: schema, isExternal: true)
            return
        }
        if schema.namesDialect, !schema.isRepresentable {
            add(.alias(anyValue(satisfying: schema)), id: id, names: names, schema: schema)
            return
        }
        if let members = families.members(of: schema.node) {
            pendingName = id
            declareFamily(of: schema, members, path: path)
            pendingName = nil
            return
        }
        // A schema that only refers to another schema, or narrows one, becomes an alias.
        if schema[.allOf] != nil || schema.isReference, !families.isExtension(schema.node),
            let use = aliasOfNamed(schema, path: path)
        {
            add(.alias(use), id: id, names: names, schema: schema)
            return
        }
        declareOwn(schema, as: id)
    }

    /// Declares a schema without the schemas that extend it.
    private mutating func declareOwn(_ schema: Schema, as id: TypeID) {
        let path = NamePath(id.name.split(separator: ".").map(String.init))
        let names = path.words
        let conjunction = Conjunction([schema])
        if conjunction.isNull {
            add(.alias(TypeUse(.null, origin: schema.node.origin)), id: id, names: names, schema: schema)
            return
        }
        pendingName = id
        var use = lowerNonNull(conjunction, path: path)
        pendingName = nil
        // Each use of the name decides about `null`.
        use.isNullable = false
        if use.type != .named(id) {
            add(.alias(use), id: id, names: names, schema: schema)
        } else if !use.constraints.isEmpty {
            declarations.add(use.constraints, to: id)
        }
    }

    private mutating func aliasOfNamed(_ schema: Schema, path: NamePath) -> TypeUse? {
        declaredNode = schema.node
        defer { declaredNode = nil }
        guard var use = useOfNamed([schema]) else { return nil }
        use.isNullable = false
        return use
    }

    /// Adds the declaration of an object, enum or union. Its id is the existing one of the schema, or a new one.
    mutating func declare(
        _ shape: TypeDeclaration.Shape, for conjunction: Conjunction, path: NamePath, constraints: Constraints
    ) -> TypeID {
        let id: TypeID
        if let pending = pendingName, pending.name == path.id {
            id = pending
            pendingName = nil
        } else {
            id = declarations.unusedID(near: path.id)
        }
        add(shape, id: id, names: path.words, schema: conjunction.place, constraints: constraints)
        return id
    }

    private mutating func add(
        _ shape: TypeDeclaration.Shape, id: TypeID, names: [String], schema: Schema,
        constraints: Constraints = Constraints(), isExternal: Bool = false
    ) {
        let isItself = declarations.isOwnID(id, of: schema.node)
        if !isItself, let name = schema.node[.requestName] {
            declarations.note { $0.addRequestName(name, of: id) }
        }
        var declaration = TypeDeclaration(
            id: id, nameHints: names, isComponent: declarations.isComponent(id),
            explicitName: schema[.swiftName]?.string.map { isItself ? $0 + "Base" : $0 },
            documentation: documentation(of: schema, named: names.dropLast(isItself ? 1 : 0).last ?? id.name)
                ?? parameterTexts[schema.node],
            externalDocumentation: schema.externalDocumentation.map(ExternalDocumentation.init),
            isDeprecated: schema.isDeprecated,
            shape: shape, constraints: constraints, origin: schema.node.origin)
        declaration.isExternal = isExternal
        declarations.add(declaration)
    }

    /// The documentation of a schema: its description, or a title that does not only repeat its name.
    func documentation(of schema: Schema, named name: String) -> String? {
        if let text = schema.description { return text.isEmpty ? nil : text }
        guard let title = schema[.title]?.string, !isSpelledAlike(title, name) else { return nil }
        return title
    }

    /// The documentation of a parameter's or header field's schema. Its title only repeats the name.
    func documentation(ofValue schema: Schema) -> String? {
        schema.description ?? onlyAlternative(in: schema)?.description
    }

    /// The only inline alternative besides `null`. Its annotations apply to all values.
    func onlyAlternative(in schema: Schema) -> Schema? {
        for keyword in Keywords.alternatives {
            let members = schema.subschemas(keyword)
            guard !members.isEmpty else { continue }
            let others = members.filter { !Conjunction([$0]).isNull }
            if others.count == 1, !others[0].isReference { return others[0] }
        }
        return nil
    }
}

extension ExternalDocumentation {
    init(_ object: ExternalDocumentationObject) {
        self.init(url: object.url, documentation: object.description)
    }
}

/// Whether two texts differ only in case and separators: `created_at` and `Created At`.
func isSpelledAlike(_ first: String, _ second: String) -> Bool {
    func letters(_ text: String) -> [UInt8] {
        text.lowercased().utf8.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
    }
    return letters(first) == letters(second)
}
