import ApusOpenAPI
import ApusYAMLSource

extension Document {
    /// The schema that declares the type of a schema: the schema itself, or the end of its chain of references.
    ///
    /// A chain ends earlier at a reference with keywords beside it, which narrow its target. `nil` for a circle of
    /// references.
    func declaration(of node: Node) -> Node? {
        var current = node
        var visited: Set<Node> = []
        while true {
            let schema = Schema(node: current, document: self)
            guard schema.isReference, current == node || !schema.addsToReference else { return current }
            guard visited.insert(current).inserted, let next = target(of: current) else { return nil }
            current = next
        }
    }

    /// The schema that a name stands for: the schema that declares its type, or a reference that narrows its target.
    func named(_ node: Node) -> Node? {
        Schema(node: node, document: self).addsToReference ? node : declaration(of: node)
    }
}

extension Schema {
    /// Whether the keywords beside a `$ref` have an effect.
    var addsToReference: Bool {
        guard document.version >= .v3_1, isReference else { return false }
        return node.isDynamicResource
            || node.entries.contains {
                !$0.key.hasPrefix("$") && !$0.key.hasPrefix("x-") && !Keywords.annotations.contains($0.key)
            }
    }

    /// Whether an inline schema has its own declaration, rather than a standard type or an array of other types.
    var isDeclared: Bool { Keywords.isStructural(self, ignoring: [.format, .contentEncoding, .items]) }
}
