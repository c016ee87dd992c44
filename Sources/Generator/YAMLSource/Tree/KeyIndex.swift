/// The keys of a finished document.
///
/// It is a class, because every look-up of a key uses it and copying a structure of several arrays is slow.
final class KeyIndex: Sendable {
    /// The keys by number.
    let names: ContiguousArray<String>
    /// The concatenated bytes of the keys, and the offset where each key ends.
    private let bytes: ContiguousArray<UInt8>
    private let ends: ContiguousArray<Int>
    private let hashes: ContiguousArray<UInt64>
    private let slots: ContiguousArray<UInt32>
    private let hash: KeyHash
    let known: KnownKeys
    /// Whether the document uses each of the known keys.
    private let usesKnown: ContiguousArray<Bool>

    init(
        names: ContiguousArray<String>, hashes: ContiguousArray<UInt64>, slots: ContiguousArray<UInt32>, hash: KeyHash,
        known: KnownKeys, usesKnown: ContiguousArray<Bool>
    ) {
        self.names = names
        var bytes: ContiguousArray<UInt8> = []
        var ends: ContiguousArray<Int> = []
        for name in names {
            bytes.append(contentsOf: name.utf8)
            ends.append(bytes.count)
        }
        self.bytes = bytes
        self.ends = ends
        self.hashes = hashes
        self.slots = slots
        self.hash = hash
        self.known = known
        self.usesKnown = usesKnown
    }

    /// Whether any mapping of the document has the known key with a number.
    func isMentioned(_ number: UInt32) -> Bool { usesKnown[Int(number)] }

    /// Returns the number of a key, or `nil` if the key is neither known nor used in the document.
    func find(_ name: String) -> UInt32? {
        // Strings that Foundation creates on Apple platforms may not be contiguous.
        if let number = name.utf8.withContiguousStorageIfAvailable({ find(UnsafeRawBufferPointer($0)) }) {
            return number
        }
        var copy = name
        return copy.withUTF8 { find(UnsafeRawBufferPointer($0)) }
    }

    private func find(_ bytes: UnsafeRawBufferPointer) -> UInt32? {
        let hash = hash(bytes)
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            let number = slots[slot] &- 1
            if hashes[Int(number)] == hash, hasBytes(number, bytes) { return number }
            slot = (slot &+ 1) & mask
        }
        return nil
    }

    private func hasBytes(_ number: UInt32, _ wanted: UnsafeRawBufferPointer) -> Bool {
        let start = number == 0 ? 0 : ends[Int(number) - 1]
        return bytes.withUnsafeBytes {
            isEqual(UnsafeRawBufferPointer(rebasing: $0[start..<ends[Int(number)]]), wanted)
        }
    }
}
