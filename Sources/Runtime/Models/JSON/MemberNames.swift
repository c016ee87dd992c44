/// The names of the members in the objects being read, used to find duplicates.
///
/// An object's first names are compared. More are hashed with the process's random seed, so that the time is linear for
/// any input.
@safe  // Names are copies or bytes of the text, which outlives this value.
struct MemberNames: ~Copyable {
    private static let comparedCount = 12

    /// The names of all open objects, innermost last. Names with escapes are copies.
    private var names: [UnsafeBufferPointer<UInt8>] = unsafe []
    /// The index of the innermost object's first name.
    private var first = 0
    /// A hash table of indices into `names`, with -1 for empty buckets. It is empty unless the object has many names.
    private var buckets: [Int] = []
    private var copies: [UnsafeMutableBufferPointer<UInt8>] = unsafe []

    /// The state of the enclosing object.
    struct Enclosing {
        fileprivate let first: Int
        fileprivate let buckets: [Int]
    }

    deinit {
        // swift-format-ignore
        for unsafe copy in unsafe copies { unsafe copy.deallocate() }
    }

    mutating func begin() -> Enclosing {
        let enclosing = Enclosing(first: first, buckets: buckets)
        first = unsafe names.count
        if !buckets.isEmpty { buckets = [] }
        return enclosing
    }

    mutating func end(_ enclosing: Enclosing) {
        unsafe names.removeLast(names.count - first)
        first = enclosing.first
        buckets = enclosing.buckets
    }

    /// Inserts a name and returns `false` if the innermost object already has it.
    ///
    /// - Parameter isTemporary: Whether the bytes of the name will be overwritten.
    mutating func insert(_ name: UnsafeBufferPointer<UInt8>, isTemporary: Bool) -> Bool {
        guard unsafe !contains(name) else { return false }
        unsafe names.append(isTemporary ? copy(name) : name)
        let count = unsafe names.count - first
        if count > Self.comparedCount {
            if 2 * count > buckets.count { rebuild(4 * count) } else { unsafe addToBuckets(names.count - 1) }
        }
        return true
    }

    private func contains(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        if buckets.isEmpty {
            var index = first
            while unsafe index < names.count {
                if unsafe isEqual(names[index], name) { return true }
                index &+= 1
            }
            return false
        }
        var bucket = unsafe bucket(of: name)
        while buckets[bucket] >= 0 {
            if unsafe isEqual(names[buckets[bucket]], name) { return true }
            bucket = (bucket + 1) % buckets.count
        }
        return false
    }

    private func isEqual(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        guard left.count > 0 else { return true }
        return unsafe Member.Bytes(start: left.baseAddress!, count: left.count).isEqual(to: right)
    }

    private mutating func rebuild(_ count: Int) {
        buckets = Array(repeating: -1, count: count)
        for index in unsafe first..<names.count { addToBuckets(index) }
    }

    private mutating func addToBuckets(_ index: Int) {
        var bucket = unsafe bucket(of: names[index])
        while buckets[bucket] >= 0 { bucket = (bucket + 1) % buckets.count }
        buckets[bucket] = index
    }

    private func bucket(of name: UnsafeBufferPointer<UInt8>) -> Int {
        var hasher = Hasher()
        unsafe hasher.combine(bytes: UnsafeRawBufferPointer(name))
        return Int(UInt(bitPattern: hasher.finalize()) % UInt(buckets.count))
    }

    private mutating func copy(_ name: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, name.count))
        _ = unsafe copy.initialize(from: name)
        unsafe copies.append(copy)
        return unsafe UnsafeBufferPointer(start: copy.baseAddress, count: name.count)
    }
}
