/// A document: all nodes in the order in which they start, in few allocations.
///
/// Aliases and merge keys are resolved here: an alias is a second index of the same node, and a mapping's members
/// are those that it has after merging.
public final class Tree: Sendable {
    /// A file and how positions in it are found.
    struct Source: Sendable {
        var file: SourceFile
        var positions: SourcePositions
    }

    /// The files from which the nodes come, the root's first; more than one after editing.
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

    /// The node with a number, which is `Node.index` of one of this document's.
    public func node(at index: UInt32) -> Node {
        precondition(Int(index) < records.count, "not a node of this document")
        return Node(tree: self, index: index)
    }

    func text(of record: Record) -> String {
        pool.withUnsafeBufferPointer { String(decoding: $0[record.range], as: UTF8.self) }
    }

    /// The value of a key of the mapping at an index; nil if it has no such key or is no mapping.
    func value(of key: String, in index: UInt32) -> UInt32? {
        let record = records[Int(index)]
        guard record.kind == .mapping, record.count > 0, let number = keys.find(key) else { return nil }
        return value(of: number, in: record)
    }

    /// The value of the key with a number.
    func value(of number: UInt32, in index: UInt32) -> UInt32? {
        let record = records[Int(index)]
        return record.kind == .mapping ? value(of: number, in: record) : nil
    }

    private func value(of number: UInt32, in record: Record) -> UInt32? {
        // Not a `for` loop, whose iterator costs more than the comparison in a build without optimisation.
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
