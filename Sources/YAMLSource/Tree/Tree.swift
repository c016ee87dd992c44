/// A document: all nodes in the order in which they start, in few allocations.
///
/// Aliases and merge keys are resolved here: an alias is a second index of the same node, and a mapping's members
/// are those that it has after merging.
final class Tree: Sendable {
    let file: SourceFile
    let positions: SourcePositions
    let records: ContiguousArray<Record>
    let members: ContiguousArray<Member>
    let items: ContiguousArray<UInt32>
    let keys: KeyIndex
    let pool: ContiguousArray<UInt8>

    init(
        file: SourceFile, positions: SourcePositions, records: ContiguousArray<Record>,
        members: ContiguousArray<Member>, items: ContiguousArray<UInt32>, keys: KeyIndex,
        pool: ContiguousArray<UInt8>
    ) {
        self.file = file
        self.positions = positions
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
