/// A copy of JSON text that is followed by zero bytes, so that the reader can look ahead without bounds checks.
///
/// Every loop stops at a zero byte, since JSON's grammar has none.
@safe  // It owns the memory, and no loop goes past the zero bytes at the end.
struct PaddedText: ~Copyable {
    /// The number of zero bytes, more than the word of eight bytes that the reader loads at the last position.
    static let padding = 32

    let start: UnsafePointer<UInt8>
    let count: Int

    init(_ bytes: [UInt8], options: JSONDecodingOptions) throws(JSONError) {
        guard bytes.count <= options.maximumBytes else {
            throw JSONError(
                .limit, at: options.maximumBytes, found: "the text is longer than \(options.maximumBytes) bytes")
        }
        self.init(copying: bytes)
    }

    init(copying bytes: some Collection<UInt8>) {
        let count = bytes.count
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: count + Self.padding)
        let copied: Void? = bytes.withContiguousStorageIfAvailable { source in
            if let base = source.baseAddress { unsafe buffer.initialize(from: base, count: count) }
        }
        if copied == nil {
            _ = unsafe UnsafeMutableBufferPointer(start: buffer, count: count).initialize(from: bytes)
        }
        unsafe (buffer + count).initialize(repeating: 0, count: Self.padding)
        unsafe start = unsafe UnsafePointer(buffer)
        self.count = count
    }

    deinit { unsafe UnsafeMutablePointer(mutating: start).deallocate() }
}
