/// A document: all nodes in the order in which they start, in few allocations.
///
/// Aliases and merge keys are resolved here: an alias is a second index of the same node, and a mapping's members
/// are those that it has after merging.
final class Tree: Sendable {
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

    func text(of record: Record) -> String {
        pool.withUnsafeBufferPointer { String(decoding: $0[record.range], as: UTF8.self) }
    }
}
