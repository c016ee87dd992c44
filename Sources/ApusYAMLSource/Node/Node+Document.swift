extension Node {
    /// The root of the document that holds the node.
    public var root: Node { Node(tree: tree, index: 0) }

    /// The mapping or sequence in which the node is written, or nil for the root.
    ///
    /// A node that aliases repeat is written in one place, and that one counts.
    public var parent: Node? { index == 0 ? nil : Node(tree: tree, index: record.parent) }

    /// Whether the node is written somewhere within another.
    public func isWithin(_ ancestor: Node) -> Bool {
        guard tree === ancestor.tree else { return false }
        var index = index
        while index != 0 {
            index = tree.records[Int(index)].parent
            if index == ancestor.index { return true }
        }
        return false
    }

    /// Whether any mapping of the node's document has a key. Costs the same for every document.
    public func documentMentions(_ key: CommonKey) -> Bool { tree.keys.isMentioned(key) }
}
