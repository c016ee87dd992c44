internal import ApusDiagnostics

/// Builds a tree from the nodes that a reader adds in document order.
///
/// The readers know syntax. The builder does what YAML and JSON have in common: duplicate keys, limits, anchors,
/// aliases and merge keys.
struct TreeBuilder: ~Copyable {
    /// A mapping or sequence that is not complete.
    struct Container {
        var index: UInt32
        var isMapping: Bool
        /// The start of the children in `openMembers` or `openItems`.
        var firstChild: Int
        /// The state of the next member.
        var key = Key.expected
        /// The start of the merge keys in `merges`.
        var firstMerge: Int
        /// `nodeCount` before this container.
        var nodesBefore: Int
        /// The anchor of the container.
        var anchor: String?
    }

    /// The role of a mapping's next child.
    enum Key {
        /// The next node is a key.
        case expected
        case known(number: UInt32, node: UInt32)
        /// The next node is the value of the merge key `<<`.
        case merge(node: UInt32)
        /// The key was reported as invalid. Its value is read and dropped.
        case invalid
    }

    let file: SourceFile
    let limits: Limits
    let positions: SourcePositions
    var diagnostics = Diagnostics()

    var records: ContiguousArray<Record> = []
    var pool: BytePool
    var keys: KeyTable
    /// The children of complete containers.
    var members: ContiguousArray<Member> = []
    var items: ContiguousArray<UInt32> = []
    /// The children of open containers, innermost last.
    var openMembers: ContiguousArray<Member> = []
    var openItems: ContiguousArray<UInt32> = []
    var open: ContiguousArray<Container> = []
    /// The merge keys of open mappings, innermost last.
    var merges: [Merge] = []
    var anchors: [String: Anchor] = [:]
    /// The last sighting of each key.
    var sightings: ContiguousArray<Sighting> = []
    /// Whether lines are indented by spaces that YAML does not recognize, so that the tree is not the intended one.
    var hasForeignIndentation = false
    /// The number of nodes so far, counted as if every alias and merge key were expanded.
    var nodeCount = 0

    init(file: SourceFile, keys known: KnownKeys = .none, limits: Limits, positions: SourcePositions) {
        self.file = file
        self.limits = limits
        self.positions = positions
        pool = BytePool(capacity: file.bytes.count)
        keys = KeyTable(known, in: &pool)
        records.reserveCapacity(file.bytes.count / 24)
    }

    /// Whether the next node is a key of a mapping.
    var expectsKey: Bool {
        let innermost = open.count - 1
        guard innermost >= 0, open[innermost].isMapping, case .expected = open[innermost].key else { return false }
        return true
    }

    /// The kind and the position of a scalar.
    struct Scalar {
        var kind: Node.Kind
        var flags = Record.Flags(rawValue: 0)
        var start: UInt32
        var end: UInt32
    }

    /// Adds a scalar or a key.
    ///
    /// - Returns: `false` if the document is refused and reading must stop.
    mutating func add(_ scalar: Scalar, _ bytes: UnsafeRawBufferPointer, anchor: String? = nil) -> Bool {
        guard countNodes(1, at: scalar.start) else { return false }
        let index = UInt32(records.count)
        let parent = open.isEmpty ? 0 : open[open.count - 1].index
        var record = Record(
            kind: scalar.kind, flags: scalar.flags, start: scalar.start, end: scalar.end,
            parent: parent, first: 0, count: 0)
        if expectsKey {
            if scalar.flags.contains(.isPlain) { checkPlainKey(scalar, bytes) }
            let number = keys.intern(bytes, in: &pool)
            record.flags.insert(.isKey)
            setText(of: &record, to: keys.ranges[Int(number)])
            if isMergeKey(record, bytes) {
                open[open.count - 1].key = .merge(node: index)
            } else {
                open[open.count - 1].key = .known(number: number, node: index)
            }
        } else {
            let first = pool.count
            pool.append(bytes)
            setText(of: &record, to: first..<pool.count)
            attach(index)
        }
        records.append(record)
        if let anchor { anchors[anchor] = Anchor(node: index, nodes: 1, isComplete: true) }
        return true
    }

    /// Opens a mapping or sequence.
    ///
    /// - Returns: `false` if the document is refused and reading must stop.
    mutating func begin(
        _ kind: Node.Kind, flags: Record.Flags = [], start: UInt32, anchor: String? = nil
    ) -> Bool {
        let before = nodeCount
        guard countNodes(1, at: start) else { return false }
        guard open.count < limits.maximumDepth else {
            diagnostics.error(
                .tooDeep, "mappings and sequences are nested more than \(limits.maximumDepth) levels deep",
                at: place(start, length: 1), help: "move inner schemas to `components` and refer to them with `$ref`")
            return false
        }
        let index = UInt32(records.count)
        let parent = open.isEmpty ? 0 : open[open.count - 1].index
        records.append(
            Record(
                kind: kind, flags: flags, start: start, end: start, parent: parent, first: 0, count: 0))
        if expectsKey {
            diagnostics.error(
                .keyNotScalar, "a key must be a scalar, not a \(kind.noun)",
                at: place(of: records[Int(index)]), help: "write the key in quotes to make it a string")
            open[open.count - 1].key = .invalid
        } else {
            attach(index)
        }
        let isMapping = kind == .mapping
        open.append(
            Container(
                index: index, isMapping: isMapping, firstChild: isMapping ? openMembers.count : openItems.count,
                firstMerge: merges.count, nodesBefore: before, anchor: anchor))
        if let anchor { anchors[anchor] = Anchor(node: index, nodes: 0, isComplete: false) }
        return true
    }

    /// Closes the innermost mapping or sequence.
    mutating func end(at position: UInt32) {
        guard let container = open.popLast() else { return }
        let index = Int(container.index)
        records[index].end = position
        if container.isMapping {
            refuseDuplicates(in: container)
            if merges.count > container.firstMerge { merge(into: container) }
            records[index].first = UInt32(members.count)
            records[index].count = UInt32(openMembers.count - container.firstChild)
            members.append(contentsOf: openMembers[container.firstChild...])
            openMembers.removeSubrange(container.firstChild...)
        } else {
            records[index].first = UInt32(items.count)
            records[index].count = UInt32(openItems.count - container.firstChild)
            items.append(contentsOf: openItems[container.firstChild...])
            openItems.removeSubrange(container.firstChild...)
        }
        if let anchor = container.anchor, anchors[anchor]?.node == container.index {
            anchors[anchor] = Anchor(node: container.index, nodes: nodeCount - container.nodesBefore, isComplete: true)
        }
    }

    /// Returns the root of the finished tree, or `nil` if there are no nodes.
    consuming func finish() -> Node? {
        guard !records.isEmpty else { return nil }
        let tree = Tree(
            sources: [.init(file: file, positions: positions)], records: records, members: members, items: items,
            keys: keys.index(),
            pool: pool.contents())
        return Node(tree: tree, index: 0)
    }

    /// Makes a node the next child of the innermost container. For an alias, `index` is that of an earlier node.
    mutating func attach(_ index: UInt32) {
        guard !open.isEmpty else { return }
        let innermost = open.count - 1
        guard open[innermost].isMapping else {
            openItems.append(index)
            return
        }
        switch open[innermost].key {
        case .known(let number, let node):
            openMembers.append(Member(key: number, keyNode: node, value: index))
        case .merge(let node):
            merges.append(Merge(position: openMembers.count, key: node, value: index))
        case .invalid, .expected:
            break
        }
        open[innermost].key = .expected
    }

    /// Counts nodes against the limit.
    mutating func countNodes(_ count: Int, at position: UInt32) -> Bool {
        let (total, overflow) = nodeCount.addingReportingOverflow(count)
        nodeCount = overflow ? .max : total
        guard nodeCount > limits.maximumNodes else { return true }
        diagnostics.error(
            .tooManyNodes,
            "the document has more than \(limits.maximumNodes) nodes when its aliases are written out",
            at: place(position, length: 1), help: "use fewer aliases of large parts, or split the document")
        return false
    }

    func place(_ position: UInt32, length: Int) -> Place {
        let offset = positions.offset(of: Int(position))
        return positions.place(of: offset..<min(offset + length, file.bytes.count))
    }

    func place(of record: Record) -> Place { positions.place(of: record, in: file) }

    private func setText(of record: inout Record, to range: Range<Int>) {
        record.first = UInt32(range.lowerBound)
        record.count = UInt32(range.count)
    }
}
