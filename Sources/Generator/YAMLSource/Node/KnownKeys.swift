/// Keys that a reader of documents asks for often. A document numbers them first, in this order.
///
/// A look-up by number compares numbers without hashing. Any other key is looked up by its spelling.
public struct KnownKeys: Sendable {
    let spellings: [String]

    /// - Parameter spellings: The keys by number, each once.
    public init(_ spellings: [String]) {
        precondition(spellings.count <= KeyNumbers.capacity, "more keys than a set of them can hold")
        precondition(Set(spellings).count == spellings.count, "a key with two numbers")
        self.spellings = spellings
    }

    public static let none = KnownKeys([])
}

/// A set of numbers of known keys, with one bit for each.
public struct KeyNumbers: Hashable, Sendable {
    static let capacity = 128

    private var low: UInt64 = 0
    private var high: UInt64 = 0

    public init(_ numbers: some Sequence<UInt32>) {
        for number in numbers {
            precondition(number < Self.capacity, "not the number of a known key")
            if number < 64 { low |= 1 << UInt64(number) } else { high |= 1 << UInt64(number - 64) }
        }
    }

    public func subtracting(_ other: KeyNumbers) -> KeyNumbers {
        var rest = self
        rest.low &= ~other.low
        rest.high &= ~other.high
        return rest
    }

    public func contains(_ number: UInt32) -> Bool {
        if number < 64 { return low & 1 << UInt64(number) != 0 }
        return number < 128 && high & 1 << UInt64(number - 64) != 0
    }
}

extension Node {
    /// The value of the known key with a number, or `nil` if the node is not a mapping or lacks the key.
    public subscript(known number: UInt32) -> Node? {
        guard let value = tree.value(of: number, in: index) else { return nil }
        return Node(tree: tree, index: value)
    }

    /// Whether a mapping has at least one of several known keys.
    public func hasAny(of keys: KeyNumbers) -> Bool {
        memberRange.contains { keys.contains(tree.members[$0].key) }
    }

    /// The members of a mapping whose keys are in a set, in document order.
    public func members(of keys: KeyNumbers) -> [(number: UInt32, value: Node)] {
        var result: [(number: UInt32, value: Node)] = []
        for position in memberRange {
            let member = tree.members[position]
            if keys.contains(member.key) { result.append((member.key, Node(tree: tree, index: member.value))) }
        }
        return result
    }

    /// Whether any mapping of the node's document has the known key with a number. Takes constant time.
    public func documentMentions(known number: UInt32) -> Bool { tree.keys.isMentioned(number) }

    /// Whether the node's document numbers its keys by a list of known keys.
    public func hasNumbers(of keys: KnownKeys) -> Bool { tree.keys.known.spellings == keys.spellings }

    private var memberRange: Range<Int> { record.kind == .mapping ? record.range : 0..<0 }
}
