/// What of a multipart body has arrived and is not used yet.
struct MultipartBuffer {
    private var bytes: [UInt8]
    /// The index of the first byte that is not used.
    private var start = 0
    /// How many bytes of the body come before `bytes`.
    private var base: Int

    /// - Parameter prefix: what stands before the body, and is no part of it.
    init(after prefix: [UInt8]) {
        bytes = prefix
        base = -prefix.count
    }

    var count: Int { bytes.count - start }
    /// The position in the body of the first byte that is not used.
    var offset: Int { base + start }

    subscript(index: Int) -> UInt8 { bytes[start + index] }

    /// What is used is dropped here, once a chunk rather than once a part.
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

    /// Where the pattern first is, counted from the first byte that is not used.
    ///
    /// - Parameter index: before it the pattern does not begin.
    func firstIndex(of pattern: MultipartDelimiter, from index: Int = 0) -> Int? {
        unsafe bytes.withUnsafeBufferPointer { bytes in
            unsafe pattern.firstIndex(in: bytes, from: start + index).map { $0 - start }
        }
    }
}

/// Bytes that are looked for; by their last byte they skip as many as they have (Horspool's algorithm).
struct MultipartDelimiter: Sendable {
    let bytes: [UInt8]
    /// By the byte that stands where the last one should, how far the next place is that may fit.
    private let shifts: [Int]

    /// - Precondition: there is a byte.
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
