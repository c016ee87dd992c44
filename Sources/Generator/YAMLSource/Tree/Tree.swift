/// A document: all its nodes in document order, in few allocations.
///
/// Aliases and merge keys are already resolved. An alias is another reference to the node's index, and a mapping has
/// the members that result from merging.
public final class Tree: Sendable {
    /// A file and its position table.
    struct Source: Sendable {
        var file: SourceFile
        var positions: SourcePositions
    }

    /// The files of the nodes, the root's first. There may be several after editing.
    let sources: ContiguousArray<Source>
    let records: ContiguousArray<Record>
    let members: ContiguousArray<Member>
    let items: ContiguousArray<UInt32>
    let keys: KeyIndex
    let pool: ContiguousArray<UInt8>

    init(
        sources: ContiguousArray<Source>, records: ContiguousArray<Record>,
        members: ContiguousArray<Member>, items: ContiguousArray<UInt32>, keys: KeyIndex,
        pool: ContiguousArray<UInt8>
    ) {
        self.sources = sources
        self.records = records
        self.members = members
        self.items = items
        self.keys = keys
        self.pool = pool
    }

    /// Returns the node of this document whose `Node.index` is `index`.
    public func node(at index: UInt32) -> Node {
        precondition(Int(index) < records.count, "not a node of this document")
        return Node(tree: self, index: index)
    }

    func text(of record: Record) -> String {
        pool.withUnsafeBufferPointer { String(decoding: $0[record.range], as: UTF8.self) }
    }

    /// Returns the index of the value of a key, or `nil` if the node at `index` is not a mapping or lacks the key.
    func value(of key: String, in index: UInt32) -> UInt32? {
        let record = records[Int(index)]
        guard record.kind == .mapping, record.count > 0, let number = keys.find(key) else { return nil }
        return value(of: number, in: record)
    }

    /// Returns the index of the value of the key with a number.
    func value(of number: UInt32, in index: UInt32) -> UInt32? {
        let record = records[Int(index)]
        return record.kind == .mapping ? value(of: number, in: record) : nil
    }

    private func value(of number: UInt32, in record: Record) -> UInt32? {
        // A `for` loop's iterator costs more than the comparison in a debug build.
        var position = Int(record.first)
        let end = position + Int(record.count)
        while position < end {
            let member = members[position]
            if member.key == number { return member.value }
            position += 1
        }
        return nil
    }
}
