/// The members and elements of a value that keywords have evaluated (JSON Schema §7.7.1).
///
/// `unevaluatedProperties` and `unevaluatedItems` apply to all others.
struct Evaluated {
    /// The names of evaluated members as UTF-8.
    private var names: Set<[UInt8]> = []
    private var indices: Set<Int> = []
    /// The number of first elements that are evaluated.
    private var prefix = 0
    private var hasAllItems = false

    mutating func insert(_ name: String) { names.insert(Array(name.utf8)) }
    mutating func insert(_ index: Int) { indices.insert(index) }
    mutating func insert(prefix count: Int) { prefix = max(prefix, count) }
    mutating func insertAllItems() { hasAllItems = true }

    func contains(_ name: String) -> Bool { names.contains(Array(name.utf8)) }
    func contains(_ index: Int) -> Bool { hasAllItems || index < prefix || indices.contains(index) }

    mutating func merge(_ other: Evaluated) {
        names.formUnion(other.names)
        indices.formUnion(other.indices)
        prefix = max(prefix, other.prefix)
        hasAllItems = hasAllItems || other.hasAllItems
    }
}
