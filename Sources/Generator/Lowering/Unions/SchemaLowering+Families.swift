import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Schemas with a discriminator, and the schemas that extend them by `allOf`.
extension SchemaLowering {
    /// Finds the families of the named schemas.
    func findFamilies() -> Families {
        let order = Dictionary(document.files.enumerated().map { ($1.path, $0) }) { first, _ in first }
        var seen: Set<Node> = []
        var schemas = document.components.schemas.compactMap { document.named($0.schema.node) }
        schemas += declarations.inlineTargets.sorted {
            let (first, second) = (order[$0.file.path] ?? 0, order[$1.file.path] ?? 0)
            return (first, $0.place.offset) < (second, $1.place.offset)
        }
        schemas = schemas.filter { seen.insert($0).inserted }
        return Families(schemas, in: document, isAlias: isAlias)
    }

    /// Whether a schema adds nothing to the schema that it extends, and is not a variant: the mapping omits it, or it
    /// only allows `null`.
    private func isAlias(_ schema: Schema, _ discriminators: [DiscriminatorObject]) -> Bool {
        guard namedTarget(of: [schema]) != nil else { return false }
        let targets = discriminators.flatMap(\.mapping).map { entry in entry.target.flatMap(document.named) }
        return targets.isEmpty ? schema.isMarkedNullable : !targets.contains(schema.node)
    }

    /// Declares the union of a schema and all schemas that extend it, with the schema's name.
    mutating func declareFamily(of head: Schema, _ members: [Node], path: NamePath) {
        let names = members.map { Schema(node: $0, document: document)[.swiftName]?.string ?? familyName(of: $0) }
        let indices = Dictionary(members.enumerated().map { ($1, $0) }) { first, _ in first }
        reportOutsiders(of: head, members)
        var variants = zip(members, names).map { node, name in
            UnionShape.Variant(nameHint: name, type: TypeUse(.named(itself(node)), origin: node.origin))
        }
        var visited: Set<Node> = []
        let plan = familyPlan(of: head.node, indices, &visited)
        VariantNames.nameByTag(
            &variants, plan, members.map { Schema(node: $0, document: document) },
            implicit: members.map(familyName(of:)))
        variants[0].nameHint = names[0]
        let conjunction = Conjunction([head])
        _ = declare(
            .union(UnionShape(variants: variants, discrimination: plan, isOpen: false)), for: conjunction, path: path,
            constraints: Constraints())
    }

    /// Returns the type of a schema without the schemas that extend it.
    mutating func itself(_ node: Node) -> TypeID {
        families.members(of: node) == nil ? declarations.id(of: node) : declarations.ownID(of: node)
    }

    /// The implicit discriminator value of a schema: its name.
    func familyName(of node: Node) -> String { declarations.componentNames[node] ?? PlaceNames.lastKey(of: node) ?? "" }

    func isMember(_ node: Node, ofFamilyOf head: Node) -> Bool { families.members(of: head)?.contains(node) ?? false }

    /// The use of a schema without the schemas that extend it, if these are alternatives in the same union.
    mutating func useOfItself(_ alternative: Schema, beside alternatives: [Schema]) -> TypeUse? {
        guard alternative.isReference, let node = document.declaration(of: alternative.node),
            let members = families.members(of: node)
        else { return nil }
        let listed = Set(alternatives.compactMap { document.declaration(of: $0.node) })
        guard members.allSatisfy({ listed.contains($0) }) else { return nil }
        return TypeUse(.named(itself(node)), origin: alternative.node.origin)
    }

    private mutating func reportOutsiders(of head: Schema, _ members: [Node]) {
        guard let discriminator = head.discriminator else { return }
        for (value, node, target) in discriminator.mapping {
            guard let target = target.flatMap(document.named), target != head.node, members.contains(target),
                !families.extends(target, head.node)
            else { continue }
            diagnostics.warning(
                .unusedMapping, "`\(value)` maps to a schema that does not extend this one", at: node.place,
                notes: [.init("the schema is here", at: target.place)],
                help: "add this schema to its `allOf`; it is used as an alternative anyway")
        }
    }

    // MARK: The plan

    /// Returns the plan for the members of a family: by the values of the head's discriminator, then by the
    /// discriminator of a member over another property.
    ///
    /// - Parameter indices: The variants' indices.
    private mutating func familyPlan(
        of head: Node, _ indices: [Node: Int], _ visited: inout Set<Node>
    ) -> Discrimination {
        let itself = Discrimination.variant(indices[head] ?? 0)
        guard visited.insert(head).inserted, let all = families.members(of: head),
            let discriminator = Conjunction([Schema(node: head, document: document)]).inherited.first
        else { return itself }
        let name = discriminator.propertyName
        let members = all.filter { indices[$0] != nil }
        let tags = tags(of: members, by: name)
        var branches: [Discrimination.Branch<JSONLiteral>] = []
        for (value, candidates) in tags.values {
            let top = candidates[0]
            let isNested = candidates.count > 1 || families.members(of: top) != nil
            if isNested, top != head, candidates.allSatisfy({ $0 == top || families.extends($0, top) }),
                property(ofDiscriminatorOf: top) != name
            {
                branches.append(.init(value, familyPlan(of: top, indices, &visited)))
            } else {
                reportAmbiguity(of: value, candidates, discriminator)
                let own = candidates.compactMap { indices[$0] }
                branches.append(.init(value, own.count == 1 ? .variant(own[0]) : .trial(own)))
            }
        }
        let other = discriminator.defaultMapping.flatMap(document.named).flatMap { indices[$0] }
        return .property(name, branches, otherwise: other.map { .variant($0) }, absent: other == nil ? itself : nil)
    }

    /// If members extend each other, the order of trials is correct: a schema comes before the schemas that it extends.
    private mutating func reportAmbiguity(
        of value: JSONLiteral, _ candidates: [Node], _ discriminator: DiscriminatorObject
    ) {
        guard let second = candidates.dropFirst().first(where: { !families.extends($0, candidates[0]) }) else { return }
        diagnostics.warning(
            .ambiguousDiscriminator,
            "\(value.json) as `\(discriminator.propertyName)` means `\(familyName(of: candidates[0]))` or "
                + "`\(familyName(of: second))`",
            at: discriminator.node.place,
            notes: [candidates[0], second].map { .init("`\(familyName(of: $0))` is here", at: $0.place) },
            help: "give one of them another value; until then they are tried in order")
    }

    private func property(ofDiscriminatorOf node: Node) -> String? {
        Conjunction([Schema(node: node, document: document)]).inherited.first?.propertyName
    }

    /// The discriminator values of a schema that is the head or a member of a family.
    func familyValues(of head: Node, by property: String) -> [JSONLiteral] {
        guard let members = families.members(of: head), self.property(ofDiscriminatorOf: head) == property else {
            return []
        }
        return tags(of: members, by: property).values.map(\.value)
    }

    private func tags(of members: [Node], by property: String) -> FamilyTags {
        let schemas = members.map { Schema(node: $0, document: document) }
        return FamilyTags(of: schemas, by: property, families, name: familyName(of:))
    }
}
