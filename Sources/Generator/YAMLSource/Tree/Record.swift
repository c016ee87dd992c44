/// A node of a tree, in 24 bytes.
struct Record: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        /// The key of a member. The record of the value is next, unless the value is an alias.
        static let isKey = Flags(rawValue: 1)
        /// The start position is that of an anchor or tag before the content.
        static let hasProperties = Flags(rawValue: 2)
        /// A block scalar. The end position lies behind the line breaks that follow it.
        static let isBlock = Flags(rawValue: 4)
        /// A scalar without quotes, whose kind follows from its text.
        static let isPlain = Flags(rawValue: 8)
    }

    var kind: Node.Kind
    var flags: Flags
    /// The index of the node's file in `Tree.sources`.
    var source: UInt16 = 0
    /// The start and end of the node in the reader's unit; see `SourcePositions`.
    var start: UInt32
    var end: UInt32
    /// The index of the mapping or sequence that contains the node. The root is its own parent.
    var parent: UInt32
    /// The position of a scalar's text in the pool, or of the children in `Tree.members` or `Tree.items`.
    var first: UInt32
    var count: UInt32

    var range: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// A member of a mapping: the number of the key in the key table, and the indices of both nodes.
struct Member: Sendable {
    var key: UInt32
    var keyNode: UInt32
    var value: UInt32
}
