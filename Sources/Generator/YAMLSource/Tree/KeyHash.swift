internal import ApusCLibYAML

/// A hash function for keys. Its seed is random, so that nobody can prepare colliding keys.
struct KeyHash: Sendable {
    private let start = UInt64.random(in: .min ... .max)
    private let seed = UInt64.random(in: .min ... .max)

    /// Multiplies and folds eight bytes at a time.
    func callAsFunction(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        var state = fold(start ^ UInt64(truncatingIfNeeded: count))
        if count >= 8 {
            var offset = 0
            while offset &+ 8 < count {
                state = fold(state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                offset &+= 8
            }
            // The last eight bytes may overlap the previous ones.
            return fold(state ^ bytes.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        }
        return fold(state ^ word(bytes))
    }

    /// Packs fewer than eight bytes into a word, some of them twice. The word and the count determine the bytes.
    private func word(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        let count = bytes.count
        if count >= 4 {
            let first = bytes.loadUnaligned(as: UInt32.self)
            let last = bytes.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return UInt64(first) << 32 | UInt64(last)
        }
        guard count > 0 else { return 0 }
        return UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count &- 1])
    }

    private func fold(_ value: UInt64) -> UInt64 {
        let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}

/// Whether two buffers have the same bytes.
func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = a.baseAddress, let second = b.baseAddress else { return true }
    return memcmp(first, second, a.count) == 0
}
