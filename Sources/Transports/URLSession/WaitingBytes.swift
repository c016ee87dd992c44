/// A queue of received bytes that have not been read yet.
///
/// Memory holds up to `limit` bytes and one chunk. Later bytes are in a file.
struct WaitingBytes {
    let limit: Int
    private var chunks: [[UInt8]] = []
    private var count = 0
    private var file: TemporaryFile?
    /// The unread part of the file.
    private var unread: Range<UInt64> = 0..<0

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { chunks.isEmpty && unread.isEmpty }
    /// Whether memory holds more than the limit.
    var isFull: Bool { count > limit }

    /// Appends bytes in memory.
    mutating func append(_ bytes: [UInt8]) {
        chunks.append(bytes)
        count += bytes.count
    }

    /// Appends bytes: to the file if memory is full or the file has unread bytes, or else in memory.
    mutating func spill(_ bytes: [UInt8]) throws {
        if unread.isEmpty, !isFull {
            append(bytes)
            return
        }
        let file = try self.file ?? TemporaryFile()
        self.file = file
        try file.append(bytes)
        unread = unread.lowerBound..<unread.upperBound + UInt64(bytes.count)
    }

    /// Removes and returns the first bytes.
    mutating func take() throws -> [UInt8] {
        if !chunks.isEmpty {
            let bytes = chunks.count == 1 ? chunks[0] : Array(chunks.joined())
            chunks = []
            count = 0
            return bytes
        }
        guard let file else { return [] }
        let bytes = try file.read(from: unread.lowerBound, upTo: 1 << 18)
        unread = unread.lowerBound + UInt64(bytes.count)..<unread.upperBound
        if unread.isEmpty || bytes.isEmpty {
            self.file = nil
            unread = 0..<0
        }
        return bytes
    }
}
