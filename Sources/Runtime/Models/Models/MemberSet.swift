/// The set of members that have been read, in a register for up to 64 members.
@safe  // It owns the memory, and indices belong to the table that it was created for.
struct MemberSet: ~Copyable {
    var first: UInt64 = 0
    private var rest: UnsafeMutableBufferPointer<UInt64>

    init(count: Int) {
        let words = count > 64 ? (count - 1) / 64 : 0
        unsafe rest = unsafe UnsafeMutableBufferPointer(start: nil, count: 0)
        if words > 0 {
            unsafe rest = .allocate(capacity: words)
            unsafe rest.initialize(repeating: 0)
        }
    }

    deinit { unsafe rest.deallocate() }

    @_transparent
    func contains(_ index: Int) -> Bool {
        index < 64 ? first &>> UInt64(truncatingIfNeeded: index) & 1 != 0 : isInRest(index)
    }

    @_transparent
    mutating func insert(_ index: Int) {
        if index < 64 { first |= 1 &<< UInt64(truncatingIfNeeded: index) } else { insertIntoRest(index) }
    }

    mutating func remove(_ index: Int) {
        if index < 64 {
            first &= ~(1 &<< UInt64(truncatingIfNeeded: index))
        } else {
            unsafe rest[index &>> 6 &- 1] &= ~(1 &<< UInt64(truncatingIfNeeded: index & 63))
        }
    }

    func isInRest(_ index: Int) -> Bool {
        unsafe rest[index &>> 6 &- 1] &>> UInt64(truncatingIfNeeded: index & 63) & 1 != 0
    }

    mutating func insertIntoRest(_ index: Int) {
        unsafe rest[index &>> 6 &- 1] |= 1 &<< UInt64(truncatingIfNeeded: index & 63)
    }

    /// Returns whether the set contains the first `count` members.
    func isFull(count: Int) -> Bool {
        if count <= 64 { return first == (count == 64 ? ~0 : 1 &<< UInt64(truncatingIfNeeded: count) &- 1) }
        return (0..<count).allSatisfy { contains($0) }
    }
}
