import ApusYAMLSource

/// The identifiers of documents and schemas: `$self` (OpenAPI Specification 3.2, section 4.1.2), `$id`, `$anchor` and
/// `$dynamicAnchor` (JSON Schema 2020-12, section 8.2).
///
/// They are collected only where the specification's grammar has schemas, so that keywords in examples or in an `enum`
/// have no effect.
struct Identifiers {
    struct Anchor {
        var node: Node
        var isDynamic: Bool
    }

    private var nodes: [ResourceID: Node] = [:]
    private var anchors: [ResourceID: [String: Anchor]] = [:]
    /// The base of each file's root and of each schema with an `$id`.
    private var bases: [Node: ResourceID] = [:]
    /// Whether any schema below a file's root has an `$id`.
    private var hasNestedBases = false
    private var visited: Set<Visit> = []
    /// The identifiers of more than one schema. References to them are ambiguous.
    private var ambiguous: Set<Name> = []

    private struct Name: Hashable {
        var resource: ResourceID
        var anchor: String?
    }

    private struct Visit: Hashable {
        var node: Node
        var kind: ObjectKind
    }

    /// Returns the root of a resource: the root of a file or the schema with the `$id`.
    func node(of id: ResourceID) -> Node? { nodes[id] }

    /// Whether a node is the root of a resource.
    func isResource(_ node: Node) -> Bool { bases[node] != nil }

    /// Returns the base of references within a node.
    func base(of node: Node) -> ResourceID {
        let fallback = bases[node.root] ?? .file(node.root.file.path)
        guard hasNestedBases else { return fallback }
        var current: Node? = node
        while let candidate = current {
            if let base = bases[candidate] { return base }
            current = candidate.parent
        }
        return fallback
    }

    /// Returns the schema with an anchor in the resource with a root.
    func anchor(_ name: String, in root: Node) -> Anchor? { anchors[base(of: root)]?[name] }

    func anchorNames(in root: Node) -> [String] { anchors[base(of: root)]?.keys.sorted() ?? [] }

    /// Returns the schemas with a `$dynamicAnchor` in any resource, in a stable order.
    func dynamicAnchors(named name: String) -> [Node] {
        let found = anchors.values.compactMap { $0[name] }.filter(\.isDynamic).map(\.node)
        return found.sorted { ($0.file.path, $0.place.offset) < ($1.file.path, $1.place.offset) }
    }

    /// Adds a file's root under the name by which it was requested, with all identifiers in the file.
    ///
    /// - Parameter kind: The kind of object that the file contains, if it is known.
    mutating func add(_ root: Node, as id: ResourceID, kind: ObjectKind?) {
        nodes[id] = root
        if bases[root] == nil { bases[root] = id }
        if let name = root["$self"]?.string, root["openapi"] != nil {
            rename(root, URIReference(name), from: id)
        }
        if let kind { index(root, as: kind) }
    }

    private mutating func rename(_ node: Node, _ name: URIReference, from base: ResourceID) {
        let id = base.resolve(name)
        bases[node] = id
        if let other = nodes[id], other != node { ambiguous.insert(Name(resource: id)) }
        nodes[id] = node
    }

    /// Adds the identifiers within an object. Visits each object once.
    mutating func index(_ node: Node, as kind: ObjectKind) {
        let hasNames = [Keyword.identifier, .anchor, .dynamicAnchor].contains { node.documentMentions($0) }
        guard hasNames else { return }
        var pending = [(node: node, kind: kind, base: base(of: node))]
        while let (node, kind, outer) = pending.popLast() {
            guard node.kind == .mapping, visited.insert(Visit(node: node, kind: kind)).inserted else { continue }
            var base = outer
            if kind == .schema { base = name(node, in: outer) }
            let grammar = ObjectGrammar[kind]
            for entry in node.entries {
                guard let type = grammar.fields[entry.key]?.type ?? (entry.key.hasPrefix("x-") ? nil : grammar.others)
                else { continue }
                for (child, kind) in Self.objects(in: entry.value, type) { pending.append((child, kind, base)) }
            }
        }
    }

    /// Adds a schema's own identifiers and returns the base within it.
    private mutating func name(_ schema: Node, in outer: ResourceID) -> ResourceID {
        var base = outer
        if let id = schema[.identifier]?.string {
            rename(schema, URIReference(id), from: outer)
            base = bases[schema] ?? outer
            if schema.parent != nil { hasNestedBases = true }
        }
        for (keyword, isDynamic) in [(Keyword.anchor, false), (.dynamicAnchor, true)] {
            guard let name = schema[keyword]?.string else { continue }
            if let other = anchors[base]?[name], other.node != schema {
                ambiguous.insert(Name(resource: base, anchor: name))
            }
            // `$dynamicAnchor` takes precedence over an equal `$anchor`.
            anchors[base, default: [:]][name] = Anchor(node: schema, isDynamic: isDynamic)
        }
        return base
    }

    /// Whether a reference's target is ambiguous.
    func isAmbiguous(_ id: ResourceID, anchor: String?) -> Bool {
        !ambiguous.isEmpty
            && (ambiguous.contains(Name(resource: id)) || ambiguous.contains(Name(resource: id, anchor: anchor)))
    }

    /// Returns the objects in a field's value.
    private static func objects(in value: Node, _ type: FieldType) -> [(Node, ObjectKind)] {
        switch type {
        case .object(let kind): [(value, kind)]
        case .list(let element, _): value.elements.flatMap { objects(in: $0, element) }
        case .map(let member): value.entries.flatMap { objects(in: $0.value, member) }
        case .either(let first, let second): objects(in: value, first) + objects(in: value, second)
        default: []
        }
    }
}
