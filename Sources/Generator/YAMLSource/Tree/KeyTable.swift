/// The distinct keys of a document, numbered by first appearance. The known keys come first.
///
/// A look-up by name finds the name's number once and then compares integers. See `KeyIndex`.
struct KeyTable {
    /// The keys by number.
    private(set) var names: ContiguousArray<String> = []
    /// The position of each key's bytes in the pool.
    private(set) var ranges: ContiguousArray<Range<Int>> = []
    private var hashes: ContiguousArray<UInt64> = []
    /// A hash table with open addressing: a key's number plus one, or zero for a free slot. Its size is a power of two.
    private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1024)
    private let hash = KeyHash()
    private let known: KnownKeys
    /// Whether the document uses each of the known keys.
    private var usesKnown: ContiguousArray<Bool> = []

    /// Creates a table of the known keys.
    init(_ known: KnownKeys, in pool: inout BytePool) {
        self.known = known
        for key in known.spellings {
            var spelling = key
            _ = spelling.withUTF8 { intern(UnsafeRawBufferPointer($0), in: &pool) }
        }
        usesKnown = ContiguousArray(repeating: false, count: names.count)
    }

    /// Returns an index of the keys so far.
    func index() -> KeyIndex {
        KeyIndex(names: names, hashes: hashes, slots: slots, hash: hash, known: known, usesKnown: usesKnown)
    }

    /// Returns the number of a key. A new key gets the next number and a copy in the pool.
    mutating func intern(_ bytes: UnsafeRawBufferPointer, in pool: inout BytePool) -> UInt32 {
        let hash = hash(bytes)
        var slot = slot(of: hash) { number in pool.withBytes(ranges[number]) { isEqual($0, bytes) } }
        if slots[slot] != 0 {
            let number = slots[slot] - 1
            if Int(number) < usesKnown.count { usesKnown[Int(number)] = true }
            return number
        }
        if names.count * 2 >= slots.count {
            grow()
            slot = self.slot(of: hash) { _ in false }
        }
        let start = pool.count
        pool.append(bytes)
        names.append(String(decoding: bytes, as: UTF8.self))
        ranges.append(start..<pool.count)
        hashes.append(hash)
        slots[slot] = UInt32(names.count)
        return UInt32(names.count - 1)
    }

    private func slot(of hash: UInt64, where isSame: (Int) -> Bool) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if hashes[number] == hash, isSame(number) { return slot }
            slot = (slot + 1) & mask
        }
        return slot
    }

    private mutating func grow() {
        slots = ContiguousArray(repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            slots[slot(of: hash) { _ in false }] = UInt32(number + 1)
        }
    }
}
