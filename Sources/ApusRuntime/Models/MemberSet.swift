/// Which members of an object have been read: in a register for up to 64 of them.
struct MemberSet: ~Copyable {
    private var first: UInt64 = 0
    private var rest: UnsafeMutableBufferPointer<UInt64>

    init(count: Int) {
        let words = count > 64 ? (count - 1) / 64 : 0
        rest = UnsafeMutableBufferPointer(start: nil, count: 0)
        if words > 0 {
            rest = .allocate(capacity: words)
            rest.initialize(repeating: 0)
        }
    }

    deinit { rest.deallocate() }

    @inline(__always)
    func contains(_ index: Int) -> Bool {
        let word = index < 64 ? first : rest[index &>> 6 &- 1]
        return word &>> UInt64(index & 63) & 1 != 0
    }

    @inline(__always)
    mutating func insert(_ index: Int) {
        let bit: UInt64 = 1 &<< UInt64(index & 63)
        if index < 64 { first |= bit } else { rest[index &>> 6 &- 1] |= bit }
    }

    @inline(__always)
    mutating func remove(_ index: Int) {
        let bit: UInt64 = 1 &<< UInt64(index & 63)
        if index < 64 { first &= ~bit } else { rest[index &>> 6 &- 1] &= ~bit }
    }

    /// Whether it has all of the first `count` members; quick for up to 64.
    @inline(__always)
    func isFull(count: Int) -> Bool {
        if count <= 64 { return first == (count == 64 ? ~0 : 1 &<< UInt64(count) &- 1) }
        return (0..<count).allSatisfy { contains($0) }
    }
}
