import ApusYAMLSource

/// Assigns each `$dynamicRef` its target at the point of use (JSON Schema 2020-12, sections 7.1 and 8.2.3.2).
///
/// The target is the schema with the `$dynamicAnchor` in the outermost resource of the evaluation. A resource entered
/// with different anchors therefore has different meanings. Each set of anchors gets its own copy of the resource's
/// document, so that every reference of a copy has a single target.
struct DynamicScopes {
    /// The schemas in scope, by the names of their dynamic anchors.
    private typealias Bindings = [String: Node]

    /// A resource and the dynamic anchors in scope at its start.
    private struct Entrance: Hashable {
        var resource: Node
        var bindings: [String: Node]
    }

    private struct Instance {
        var entrance: Entrance
        var copy: DocumentCopy
    }

    private let identifiers: Identifiers
    /// The dynamic anchors of more than one resource.
    private let names: [String]
    /// The targets without dynamic scopes, as if every `$dynamicRef` were a `$ref`.
    private let plain: [Node: Node]
    /// The anchor of each dynamic reference.
    private let anchors: [Node: String]
    private let references: [String: [Node]]
    private let limit: Int

    private var copies: [Entrance: DocumentCopy] = [:]
    private var queue: [Instance] = []
    private(set) var targets: [Node: Node]
    private(set) var copiedReferences: [Node] = []
    /// A reference for which the maximum number of copies was exceeded.
    private(set) var excess: Node?

    init(
        identifiers: Identifiers, names: [String], targets: [Node: Node], anchors: [Node: String], references: [Node],
        limit: Int = 512
    ) {
        self.identifiers = identifiers
        self.names = names
        self.anchors = anchors
        self.references = Dictionary(grouping: references) { $0.root.file.path }
        self.limit = limit
        plain = targets
        self.targets = targets
    }

    mutating func run() {
        for reference in references.values.joined() {
            targets[reference] = target(of: reference, where: bindings(within: reference.root, at: reference, [:]))
        }
        while let instance = queue.popLast(), excess == nil {
            let resource = instance.entrance.resource
            for reference in references[resource.root.file.path] ?? [] where isInside(reference, resource) {
                let bindings = bindings(within: resource, at: reference, instance.entrance.bindings)
                targets[instance.copy[reference]] = target(of: reference, where: bindings)
                copiedReferences.append(instance.copy[reference])
            }
        }
    }

    private mutating func target(of reference: Node, where bindings: Bindings) -> Node? {
        guard let usual = plain[reference] else { return nil }
        let target = anchors[reference].flatMap { bindings[$0] } ?? usual
        let resource = resource(of: target)
        let entrance = Entrance(resource: resource, bindings: adding(resource, to: bindings))
        if entrance.bindings == self.bindings(within: resource.root, at: resource, [:]) { return target }
        if let copy = copies[entrance] { return copy[target] }
        guard copies.count < limit else {
            excess = reference
            return target
        }
        let copy = DocumentCopy(of: target)
        copies[entrance] = copy
        queue.append(Instance(entrance: entrance, copy: copy))
        return copy[target]
    }

    /// Returns the bindings at a node, including those of the resources that contain it up to `outermost`.
    private func bindings(within outermost: Node, at node: Node, _ bindings: Bindings) -> Bindings {
        var resources: [Node] = []
        var current: Node? = node
        while let candidate = current {
            if candidate == outermost || identifiers.isResource(candidate) { resources.append(candidate) }
            current = candidate == outermost ? nil : candidate.parent
        }
        return resources.reversed().reduce(bindings) { adding($1, to: $0) }
    }

    private func adding(_ resource: Node, to bindings: Bindings) -> Bindings {
        var result = bindings
        for name in names where result[name] == nil {
            guard let anchor = identifiers.anchor(name, in: resource), anchor.isDynamic else { continue }
            result[name] = anchor.node
        }
        return result
    }

    private func resource(of node: Node) -> Node {
        var current = node
        while !identifiers.isResource(current), let parent = current.parent { current = parent }
        return current
    }

    private func isInside(_ node: Node, _ ancestor: Node) -> Bool {
        var current: Node? = node
        while let candidate = current {
            if candidate == ancestor { return true }
            current = candidate.parent
        }
        return false
    }
}
