/// Builds one tree from an edited document, whose nodes may come from several trees.
struct TreeAssembler: ~Copyable {
    private let limits: Limits
    private(set) var tooDeep: Node?
    private(set) var tooMany: Node?

    private var sources: ContiguousArray<Tree.Source> = []
    /// The indices in `sources` of each tree's sources.
    private var sourceNumbers: [ObjectIdentifier: [UInt16]] = [:]
    private var lastTree: Tree?
    private var lastNumbers: [UInt16] = []

    private var records: ContiguousArray<Record> = []
    private var members: ContiguousArray<Member> = []
    private var items: ContiguousArray<UInt32> = []
    private var keys: KeyTable
    private var pool = BytePool(capacity: 4096)

    init(keys known: KnownKeys, limits: Limits) {
        self.limits = limits
        keys = KeyTable(known, in: &pool)
    }

    consuming func finish() -> Node? {
        if records.isEmpty { return nil }
        let tree = Tree(
            sources: sources, records: records, members: members, items: items, keys: keys.index(),
            pool: pool.contents())
        return Node(tree: tree, index: 0)
    }

    /// Adds the root and its descendants.
    mutating func add(_ root: EditableNode) {
        _ = add(root, parent: 0, depth: 0)
    }

    private mutating func add(_ node: EditableNode, parent: UInt32, depth: Int) -> UInt32 {
        guard node.isLoaded else { return copy(node.origin, parent: parent, depth: depth) }
        let index = begin(node.origin, parent: parent)
        guard canContinue(at: node.origin, depth: depth) else { return index }
        if node.kind == .mapping {
            var own: [Member] = []
            for member in node.members {
                let key = addKey(member.key, member.keyNode, parent: index)
                own.append(
                    Member(
                        key: key.number, keyNode: key.index, value: add(member.value, parent: index, depth: depth + 1)))
            }
            finish(index, own)
        } else {
            var own: [UInt32] = []
            for element in node.elements { own.append(add(element, parent: index, depth: depth + 1)) }
            finish(index, own)
        }
        return index
    }

    /// Copies a node that was never loaded, with its descendants.
    private mutating func copy(_ node: Node, parent: UInt32, depth: Int) -> UInt32 {
        let index = begin(node, parent: parent)
        guard !node.kind.isScalar, canContinue(at: node, depth: depth) else { return index }
        if node.kind == .mapping {
            var own: [Member] = []
            for entry in node.entries {
                let key = addKey(entry.key, entry.keyNode, parent: index)
                own.append(
                    Member(
                        key: key.number, keyNode: key.index, value: copy(entry.value, parent: index, depth: depth + 1)))
            }
            finish(index, own)
        } else {
            var own: [UInt32] = []
            for element in node.elements { own.append(copy(element, parent: index, depth: depth + 1)) }
            finish(index, own)
        }
        return index
    }

    private mutating func canContinue(at node: Node, depth: Int) -> Bool {
        if depth >= limits.maximumDepth, tooDeep == nil { tooDeep = node }
        if records.count > 2 * limits.maximumNodes, tooMany == nil { tooMany = node }
        return tooDeep == nil && tooMany == nil
    }

    // MARK: Records

    private mutating func begin(_ node: Node, parent: UInt32) -> UInt32 {
        var record = node.record
        record.parent = parent
        record.source = number(of: node)
        let range = record.range
        record.first = 0
        record.count = 0
        if record.kind.isScalar {
            let first = pool.count
            node.tree.pool.withUnsafeBytes { pool.append(UnsafeRawBufferPointer(rebasing: $0[range])) }
            record.first = UInt32(first)
            record.count = UInt32(range.count)
        }
        records.append(record)
        return UInt32(records.count - 1)
    }

    private mutating func addKey(_ name: String, _ node: Node, parent: UInt32) -> (number: UInt32, index: UInt32) {
        var record = node.record
        record.parent = parent
        record.source = number(of: node)
        record.flags.insert(.isKey)
        var name = name
        let number = name.withUTF8 { keys.intern(UnsafeRawBufferPointer($0), in: &pool) }
        let range = keys.ranges[Int(number)]
        record.first = UInt32(range.lowerBound)
        record.count = UInt32(range.count)
        records.append(record)
        return (number, UInt32(records.count - 1))
    }

    private mutating func finish(_ index: UInt32, _ own: [Member]) {
        records[Int(index)].first = UInt32(members.count)
        records[Int(index)].count = UInt32(own.count)
        members.append(contentsOf: own)
    }

    private mutating func finish(_ index: UInt32, _ own: [UInt32]) {
        records[Int(index)].first = UInt32(items.count)
        records[Int(index)].count = UInt32(own.count)
        items.append(contentsOf: own)
    }

    private mutating func number(of node: Node) -> UInt16 {
        if node.tree !== lastTree {
            lastTree = node.tree
            lastNumbers = numbers(of: node.tree)
        }
        return lastNumbers[Int(node.record.source)]
    }

    private mutating func numbers(of tree: Tree) -> [UInt16] {
        if let known = sourceNumbers[ObjectIdentifier(tree)] { return known }
        var numbers: [UInt16] = []
        for source in tree.sources {
            if let known = sources.firstIndex(where: { $0.file === source.file }) {
                numbers.append(UInt16(known))
            } else {
                numbers.append(UInt16(sources.count))
                sources.append(source)
            }
        }
        sourceNumbers[ObjectIdentifier(tree)] = numbers
        return numbers
    }
}
