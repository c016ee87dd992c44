internal import CLibYAML

/// The distinct keys of a document, numbered in the order in which they first appear.
///
/// Members compare as numbers: a look-up by name finds the name's number once and then compares integers.
struct KeyTable: Sendable {
    /// The spelling of each key.
    private(set) var names: ContiguousArray<String> = []
    /// Where each key's bytes lie in the pool.
    private(set) var ranges: ContiguousArray<Range<Int>> = []
    private var hashes: ContiguousArray<UInt64> = []
    /// Open addressing: a key's number plus one, or zero for a free slot. The count is a power of two.
    private var slots = ContiguousArray<UInt32>(repeating: 0, count: 1024)
    /// Differs from run to run, so that nobody can prepare keys that collide.
    private let seed = UInt64.random(in: .min ... .max)

    /// The number of a key, or nil if the document does not have it.
    func find(_ name: String) -> UInt32? {
        var name = name
        return name.withUTF8 { buffer in
            let bytes = UnsafeRawBufferPointer(buffer)
            let hash = hash(bytes)
            let slot = slot(of: hash) { number in
                var candidate = names[number]
                return candidate.withUTF8 { isEqual(UnsafeRawBufferPointer($0), bytes) }
            }
            return slots[slot] == 0 ? nil : slots[slot] - 1
        }
    }

    /// The number of a key, which gets the next one and a copy in the pool if it is new.
    mutating func intern(_ bytes: UnsafeRawBufferPointer, in pool: inout BytePool) -> UInt32 {
        let hash = hash(bytes)
        var slot = slot(of: hash) { number in pool.withBytes(ranges[number]) { isEqual($0, bytes) } }
        if slots[slot] != 0 { return slots[slot] - 1 }
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

    /// Multiply-and-fold over eight bytes at a time; every byte counts.
    private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
        var offset = 0
        while offset &+ 8 <= bytes.count {
            state = fold(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            offset &+= 8
        }
        if offset < bytes.count, let base = bytes.baseAddress {
            var word: UInt64 = 0
            memcpy(&word, base + offset, bytes.count - offset)
            state = fold(state ^ word)
        }
        return state
    }

    private func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }

    private func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        guard a.count == b.count else { return false }
        guard let first = a.baseAddress, let second = b.baseAddress else { return true }
        return memcmp(first, second, a.count) == 0
    }
}
