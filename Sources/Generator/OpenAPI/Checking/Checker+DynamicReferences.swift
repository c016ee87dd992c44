import ApusDiagnostics
import ApusYAMLSource

// Resolution of `$dynamicRef` (JSON Schema 2020-12, section 8.2.3.2).
extension Checker {
    /// Resolves a `$dynamicRef` like a `$ref`. Only an anchor that several resources have makes a difference later.
    mutating func followDynamically(_ reference: Node, of node: Node) {
        guard reference.kind == .string else { return mismatch(reference, "$dynamicRef", "a string") }
        if let other = node[.reference] {
            diagnostics.error(
                .conflictingFields, "`$dynamicRef` beside `$ref` is not supported", at: reference.place,
                notes: [.init("`$ref` is here", at: other.place)],
                help: "move one of the two into `allOf`")
            return
        }
        references.append(node)
        hasDynamicReferences = true
        guard let target = resolve(reference.text, from: reference, as: .schema) else { return }
        targets[node] = target.node
        dynamicAnchors[node] = target.dynamicAnchor
        enqueue(target.node, as: .schema)
    }

    /// Resolves the references whose targets depend on the dynamic scope.
    ///
    /// Schemas that name their dialect are excluded. They are evaluated as a whole and resolve their references then.
    mutating func resolveDynamicScopes() {
        let dynamicAnchors = dynamicAnchors.filter { !$0.key.isWithinDialect }
        let names = Set(dynamicAnchors.values).filter { identifiers.dynamicAnchors(named: $0).count > 1 }.sorted()
        guard !names.isEmpty else { return }
        var scopes = DynamicScopes(
            identifiers: identifiers, names: names, targets: targets, anchors: dynamicAnchors, references: references)
        scopes.run()
        targets = scopes.targets
        references += scopes.copiedReferences
        guard let excess = scopes.excess else { return }
        diagnostics.error(
            .dynamicScope, "too many combinations of dynamic anchors lead to this reference",
            at: (excess[.dynamicReference] ?? excess[.reference] ?? excess).place)
    }

    /// Queues the possible targets of dynamic references.
    mutating func enqueueDynamicCandidates() {
        for name in Set(dynamicAnchors.values) {
            for candidate in identifiers.dynamicAnchors(named: name) { enqueue(candidate, as: .schema) }
        }
    }
}
