/// A growing buffer for strings with resolved escapes, reused from string to string.
@safe  // It owns the memory and reserves space before it writes a byte.
struct UnescapedBytes: ~Copyable {
    private(set) var start: UnsafeMutablePointer<UInt8>? = nil
    private(set) var count = 0
    private var capacity = 0

    var bytes: UnsafeBufferPointer<UInt8> { unsafe UnsafeBufferPointer(start: start, count: count) }

    mutating func removeAll() { count = 0 }

    mutating func append(_ byte: UInt8) {
        if count &+ 1 >= capacity { grow(by: 1) }
        unsafe start![count] = byte
        count &+= 1
    }

    mutating func append(_ bytes: UnsafePointer<UInt8>, count added: Int) {
        if count &+ added >= capacity { grow(by: added) }
        unsafe (start! + count).update(from: bytes, count: added)
        count &+= added
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        for byte in UTF8.encode(scalar)! { append(byte) }
    }

    @inline(never)
    private mutating func grow(by added: Int) {
        let newCapacity = max(64, 2 * capacity, count + added)
        // Names are compared eight bytes at a time, so eight bytes after the last must be readable.
        let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity + 8)
        unsafe grown.initialize(repeating: 0, count: newCapacity + 8)
        if let start = unsafe start {
            unsafe grown.update(from: start, count: count)
            unsafe start.deallocate()
        }
        unsafe start = unsafe grown
        capacity = newCapacity
    }

    deinit { unsafe start?.deallocate() }
}
