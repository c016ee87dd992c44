import ApusOpenAPI
import ApusYAMLSource

/// Families: schemas with a discriminator, and the schemas that extend them by `allOf`. A reference to the head of a
/// family is a union of its members.
struct Families {
    /// A named schema, and the named schemas that it extends directly or indirectly.
    struct Candidate {
        var node: Node
        var ancestors: Set<Node>
    }

    private var candidates: [Node: Candidate] = [:]
    /// The families by their heads: the head and all schemas that extend it, each after those that it extends.
    private var members: [Node: [Node]] = [:]

    init() {}

    /// - Parameters:
    ///   - schemas: All named schemas in the order of the description.
    ///   - isAlias: Whether a schema that extends others adds nothing and is only another name.
    init(
        _ schemas: [Node], in document: Document, isAlias: (Schema, [DiscriminatorObject]) -> Bool
    ) {
        let discriminated = schemas.filter { $0.kind == .mapping && $0[.discriminator] != nil }
        if discriminated.isEmpty { return }
        let names = Set(schemas)
        var descendants: [Node: [Node]] = [:]
        for node in schemas {
            let schema = Schema(node: node, document: document)
            guard schema[.allOf] != nil || schema.isReference else { continue }
            let conjunction = Conjunction([schema])
            let ancestors = names.intersection(conjunction.opened).subtracting([node])
            let discriminators = conjunction.inherited
            if ancestors.isEmpty || discriminators.isEmpty || isAlias(schema, discriminators) { continue }
            candidates[node] = Candidate(node: node, ancestors: ancestors)
            for ancestor in ancestors { descendants[ancestor, default: []].append(node) }
        }
        for node in schemas where node.kind == .mapping {
            let schema = Schema(node: node, document: document)
            if schema[.oneOf] != nil || schema[.anyOf] != nil { continue }
            let discriminators = Conjunction([schema]).inherited
            guard let own = discriminators.first else { continue }
            var others = descendants[node] ?? []
            if node[.discriminator] != nil {
                let targets = own.mapping.compactMap { entry in entry.target.flatMap(document.named) }
                others += targets.filter { isOutside($0, node) && !others.contains($0) }
            }
            var seen: Set<Node> = [node]
            others = others.filter { seen.insert($0).inserted }
            if others.isEmpty { continue }
            members[node] =
                [node]
                + others.enumerated()
                .sorted { (depth($0.element), $0.offset) < (depth($1.element), $1.offset) }.map(\.element)
        }
    }

    var isEmpty: Bool { members.isEmpty }

    /// The members of the family with a schema as its head, or `nil` if no schema extends it.
    func members(of head: Node) -> [Node]? { members[head] }

    /// Whether a schema extends another named schema, directly or indirectly.
    func extends(_ node: Node, _ ancestor: Node) -> Bool { candidates[node]?.ancestors.contains(ancestor) ?? false }

    /// Whether a schema extends any other schema.
    func isExtension(_ node: Node) -> Bool { candidates[node] != nil }

    private func depth(_ node: Node) -> Int { candidates[node]?.ancestors.count ?? 0 }

    /// Whether a schema is outside the families of a head: the head does not extend it, and it extends no schema that the
    /// head extends.
    private func isOutside(_ target: Node, _ head: Node) -> Bool {
        if target == head || extends(head, target) { return false }
        let ancestors = candidates[head]?.ancestors ?? []
        return !ancestors.contains { extends(target, $0) }
    }
}

extension Conjunction {
    /// The discriminators of schemas without alternatives, the nearest first.
    var inherited: [DiscriminatorObject] {
        parts.filter { $0[.oneOf] == nil && $0[.anyOf] == nil }.compactMap(\.discriminator)
    }
}
