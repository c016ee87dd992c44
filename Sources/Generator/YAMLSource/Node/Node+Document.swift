extension Node {
    /// The root of the node's document.
    public var root: Node { Node(tree: tree, index: 0) }

    /// The mapping or sequence that contains the node, or `nil` for the root.
    ///
    /// The parent of a node with aliases is the one at its anchor.
    public var parent: Node? { index == 0 ? nil : Node(tree: tree, index: record.parent) }

    /// Whether the node is a descendant of another.
    public func isWithin(_ ancestor: Node) -> Bool {
        guard tree === ancestor.tree else { return false }
        var index = index
        while index != 0 {
            index = tree.records[Int(index)].parent
            if index == ancestor.index { return true }
        }
        return false
    }
}
