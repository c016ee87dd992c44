/// A member of a mapping.
public struct Entry: Sendable {
    /// The key as it is spelled; `200:` and `"200":` are the same key.
    public var key: String
    public var keyNode: Node
    public var value: Node
}

/// The members of a mapping in the order of the text, merged ones where the merge key stands; numbered from 0.
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

/// The elements of a sequence, numbered from 0.
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
    /// The value of a mapping's key, or nil if there is none or the node is no mapping.
    public subscript(key: String) -> Node? {
        guard let value = tree.value(of: key, in: index) else { return nil }
        return Node(tree: tree, index: value)
    }

    /// A mapping's members; empty for any other node.
    public var entries: Entries {
        let range = record.kind == .mapping ? record.range : 0..<0
        return Entries(tree: tree, first: range.lowerBound, count: range.count)
    }

    /// A sequence's elements; empty for any other node.
    public var elements: Elements {
        let range = record.kind == .sequence ? record.range : 0..<0
        return Elements(tree: tree, first: range.lowerBound, count: range.count)
    }
}
