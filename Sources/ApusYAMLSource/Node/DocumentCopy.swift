/// A second tree for a document: the same text in the same places, but other nodes. It shares all storage.
///
/// For whoever tells things apart by their nodes and has to regard one part of a document in two ways.
public struct DocumentCopy: Sendable {
    private let original: Tree
    private let copy: Tree

    /// Copies the document that holds a node.
    public init(of node: Node) {
        original = node.tree
        copy = Tree(
            sources: original.sources, records: original.records, members: original.members,
            items: original.items, keys: original.keys, pool: original.pool)
    }

    /// The node of the copy that stands where `node` stands in the original.
    public subscript(node: Node) -> Node {
        precondition(node.tree === original, "the node is of another document")
        return Node(tree: copy, index: node.index)
    }
}
