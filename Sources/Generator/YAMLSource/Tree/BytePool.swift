internal import ApusCLibYAML

/// The bytes of all scalars of a tree under construction.
///
/// It uses raw memory and `memcpy`, because appending bytes to an array dominates the run time of a debug build.
struct BytePool: ~Copyable {
    private var base: UnsafeMutableRawPointer
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = .allocate(byteCount: self.capacity, alignment: 1)
    }

    deinit { base.deallocate() }

    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        memcpy(base + count, source, bytes.count)
        count += bytes.count
    }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        base.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    /// Calls `body` with the bytes of a range, which must lie within `count`.
    func withBytes<R>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) -> R) -> R {
        precondition(range.upperBound <= count)
        return body(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    func contents() -> ContiguousArray<UInt8> {
        ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
            if let target = buffer.baseAddress { memcpy(target, base, count) }
            initialized = count
        }
    }

    private mutating func reserve(_ additional: Int) {
        guard count + additional > capacity else { return }
        capacity = max(capacity * 2, count + additional)
        let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1)
        memcpy(larger, base, count)
        base.deallocate()
        base = larger
    }
}
