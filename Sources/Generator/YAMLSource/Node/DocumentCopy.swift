/// A second tree of a document, with the same text and places but distinct nodes. It shares all storage.
///
/// It serves code that identifies things by their nodes and has to treat one part of a document in two ways.
public struct DocumentCopy: Sendable {
    private let original: Tree
    private let copy: Tree

    /// Copies the document of a node.
    public init(of node: Node) {
        original = node.tree
        copy = Tree(
            sources: original.sources, records: original.records, members: original.members,
            items: original.items, keys: original.keys, pool: original.pool)
    }

    /// Returns the counterpart in the copy of a node of the original.
    public subscript(node: Node) -> Node {
        precondition(node.tree === original, "the node is of another document")
        return Node(tree: copy, index: node.index)
    }
}
