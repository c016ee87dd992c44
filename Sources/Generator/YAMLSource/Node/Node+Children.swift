/// A member of a mapping.
public struct Entry: Sendable {
    /// The text of the key: `200:` and `"200":` are the same key.
    public var key: String
    public var keyNode: Node
    public var value: Node
}

/// The members of a mapping in document order, indexed from 0. Merged members stand in place of the merge key.
public struct Entries: RandomAccessCollection, Sendable {
    let tree: Tree
    let first: Int
    public let count: Int

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(position: Int) -> Entry {
        precondition(position >= 0 && position < count, "position out of bounds")
        let member = tree.members[first + position]
        return Entry(
            key: tree.keys.names[Int(member.key)], keyNode: Node(tree: tree, index: member.keyNode),
            value: Node(tree: tree, index: member.value))
    }
}

/// The elements of a sequence, indexed from 0.
public struct Elements: RandomAccessCollection, Sendable {
    let tree: Tree
    let first: Int
    public let count: Int

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }

    public subscript(position: Int) -> Node {
        precondition(position >= 0 && position < count, "position out of bounds")
        return Node(tree: tree, index: tree.items[first + position])
    }
}

extension Node {
    /// Returns the value of a key, or `nil` if the node is not a mapping or lacks the key.
    public subscript(key: String) -> Node? {
        guard let value = tree.value(of: key, in: index) else { return nil }
        return Node(tree: tree, index: value)
    }

    /// The members of a mapping. Empty for any other node.
    public var entries: Entries {
        let range = record.kind == .mapping ? record.range : 0..<0
        return Entries(tree: tree, first: range.lowerBound, count: range.count)
    }

    /// The elements of a sequence. Empty for any other node.
    public var elements: Elements {
        let range = record.kind == .sequence ? record.range : 0..<0
        return Elements(tree: tree, first: range.lowerBound, count: range.count)
    }
}
