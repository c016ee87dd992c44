/// A growing buffer for strings whose escapes are resolved. It is kept from string to string.
struct UnescapedBytes: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>? = nil
    private(set) var count = 0
    private var capacity = 0

    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

    var isASCII: Bool {
        var union: UInt8 = 0
        for byte in bytes { union |= byte }
        return union < 0x80
    }

    mutating func removeAll() { count = 0 }

    mutating func append(_ byte: UInt8) {
        reserve(1)
        start![count] = byte
        count += 1
    }

    mutating func append(_ bytes: UnsafePointer<UInt8>, count added: Int) {
        reserve(added)
        (start! + count).update(from: bytes, count: added)
        count += added
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar)! { append(byte) }
    }

    private mutating func reserve(_ added: Int) {
        guard count + added > capacity else { return }
        let newCapacity = max(64, 2 * capacity, count + added)
        // Names are compared eight bytes at a time.
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + 8)
        grown.initialize(repeating: 0, count: newCapacity + 8)
        if let start {
            grown.update(from: start, count: count)
            start.deallocate()
        }
        start = grown
        capacity = newCapacity
    }

    deinit { start?.deallocate() }
}
