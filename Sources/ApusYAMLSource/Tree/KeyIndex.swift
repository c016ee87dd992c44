/// The keys of a finished document.
///
/// A class, because every look-up in a mapping comes here and a structure of several arrays would be copied for each.
final class KeyIndex: Sendable {
    /// The spelling of each key, by its number.
    let names: ContiguousArray<String>
    /// The keys' bytes one after the other, and where each ends.
    private let bytes: ContiguousArray<UInt8>
    private let ends: ContiguousArray<Int>
    private let hashes: ContiguousArray<UInt64>
    private let slots: ContiguousArray<UInt32>
    private let hash: KeyHash
    private let hasCommon: ContiguousArray<Bool>

    init(
        names: ContiguousArray<String>, hashes: ContiguousArray<UInt64>, slots: ContiguousArray<UInt32>, hash: KeyHash,
        hasCommon: ContiguousArray<Bool>
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
        self.hasCommon = hasCommon
    }

    /// Whether any mapping of the document has a key.
    func isMentioned(_ key: CommonKey) -> Bool { hasCommon[Int(key.rawValue)] }

    /// The number of a key, or nil if it is no common one and the document does not have it.
    func find(_ name: String) -> UInt32? {
        // A string that Swift made has its bytes in one piece; one of Foundation's on Apple's systems may not.
        if let number = name.utf8.withContiguousStorageIfAvailable({ find(UnsafeRawBufferPointer($0)) }) { return number }
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
        return bytes.withUnsafeBytes { isEqual(UnsafeRawBufferPointer(rebasing: $0[start..<ends[Int(number)]]), wanted) }
    }
}
