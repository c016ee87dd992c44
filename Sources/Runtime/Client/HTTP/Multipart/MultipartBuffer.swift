/// The received and unconsumed bytes of a multipart body.
struct MultipartBuffer {
    private var bytes: [UInt8]
    /// The index of the first unconsumed byte.
    private var start = 0
    /// The number of the body's bytes before `bytes`.
    private var base: Int

    /// - Parameter prefix: Bytes before the body that are not part of it.
    init(after prefix: [UInt8]) {
        bytes = prefix
        base = -prefix.count
    }

    var count: Int { bytes.count - start }
    /// The position of the first unconsumed byte in the body.
    var offset: Int { base + start }

    subscript(index: Int) -> UInt8 { bytes[start + index] }

    /// Appends a chunk and discards the consumed bytes. They are moved once for each chunk, not once for each part.
    mutating func append(_ chunk: [UInt8]) {
        base += start
        if start == bytes.count {
            bytes = chunk
        } else {
            bytes.removeFirst(start)
            bytes += chunk
        }
        start = 0
    }

    mutating func drop(_ count: Int) { start += count }

    mutating func take(_ count: Int) -> [UInt8] {
        defer { start += count }
        return Array(bytes[start..<start + count])
    }

    /// Returns the first index of a pattern, relative to the first unconsumed byte.
    ///
    /// - Parameter index: The index at which the search begins.
    func firstIndex(of pattern: MultipartDelimiter, from index: Int = 0) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe pattern.firstIndex(in: bytes, from: start + index).map { $0 - start }
        }
    }
}

/// A byte pattern for searching with the Boyer–Moore–Horspool algorithm.
struct MultipartDelimiter: Sendable {
    let bytes: [UInt8]
    /// The number of bytes to skip, by the byte at the pattern's last position.
    private let shifts: [Int]

    /// - Precondition: `bytes` is not empty.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var shifts = [Int](repeating: bytes.count, count: 256)
        for index in 0..<bytes.count - 1 { shifts[Int(bytes[index])] = bytes.count - 1 - index }
        self.shifts = shifts
    }

    var count: Int { bytes.count }

    fileprivate func firstIndex(in text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe shifts.withUnsafeBufferPointer { shifts in
                let last = bytes.count - 1
                var end = first + last
                while end < text.count {
                    var index = last
                    while unsafe text[end - last + index] == bytes[index] {
                        if index == 0 { return end - last }
                        index -= 1
                    }
                    unsafe end += shifts[Int(text[end])]
                }
                return nil
            }
        }
    }
}
