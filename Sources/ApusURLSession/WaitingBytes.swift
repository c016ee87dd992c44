/// Bytes that have arrived and wait to be read, in their order.
///
/// Memory holds up to `limit` of them and one chunk, a file those that arrive after that.
struct WaitingBytes {
    let limit: Int
    private var chunks: [[UInt8]] = []
    private var count = 0
    private var file: TemporaryFile?
    /// The part of the file that is not read yet.
    private var unread: Range<UInt64> = 0..<0

    init(limit: Int) {
        self.limit = limit
    }

    var isEmpty: Bool { chunks.isEmpty && unread.isEmpty }
    /// Whether memory holds all that it should.
    var isFull: Bool { count > limit }

    /// Adds bytes to those in memory.
    mutating func append(_ bytes: [UInt8]) {
        chunks.append(bytes)
        count += bytes.count
    }

    /// Adds bytes, to the file if memory is full or bytes before them are in the file.
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

    /// Removes the first bytes, and returns them.
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
