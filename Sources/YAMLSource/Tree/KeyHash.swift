internal import CLibYAML

/// How keys are hashed: differs from run to run, so that nobody can prepare keys that collide.
struct KeyHash: Sendable {
    private let seed = UInt64.random(in: .min ... .max)

    /// Multiply-and-fold over eight bytes at a time; every byte counts.
    func callAsFunction(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
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
}

/// Whether two stretches of bytes are the same.
func isEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    guard a.count == b.count else { return false }
    guard let first = a.baseAddress, let second = b.baseAddress else { return true }
    return memcmp(first, second, a.count) == 0
}
