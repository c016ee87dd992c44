import Diagnostics
import YAMLSource

// `$dynamicRef` (JSON Schema 2020-12, section 8.2.3.2).
extension Checker {
    /// Resolves a `$dynamicRef` like a `$ref`, which it is unless several schemas have the `$dynamicAnchor`.
    mutating func followDynamically(_ reference: Node, of node: Node) {
        guard reference.kind == .string else { return mismatch(reference, "$dynamicRef", "a string") }
        if let other = node["$ref"] {
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
        if let anchor = target.dynamicAnchor { dynamicReferences.append((reference, anchor)) }
        enqueue(target.node, as: .schema)
    }

    /// Reports the dynamic references whose target depends on where an evaluation comes from.
    mutating func checkDynamicScopes() {
        for (reference, anchor) in dynamicReferences {
            let candidates = identifiers.dynamicAnchors(named: anchor)
            guard candidates.count > 1 else { continue }
            diagnostics.error(
                .dynamicScope, "the target of `\(reference.text)` depends on the schemas around it",
                at: reference.place,
                notes: candidates.prefix(3).map { .init("it may be this one", at: $0.place) },
                help: "use `$ref` with the schema that is meant")
        }
    }
}
