internal import ApusCLibYAML
internal import ApusDiagnostics

/// Turns positions of a reader into byte offsets, lines and columns.
///
/// libyaml counts code points, the JSON reader counts bytes. Nodes keep what their reader counts; only a place that
/// is shown to somebody pays for the conversion.
struct SourcePositions: Sendable {
    enum Unit { case byte, codePoint }

    /// Bytes per entry of `codePointsBefore`; a multiple of the eight bytes that are counted at a time.
    private static let blockSize = 256

    private let file: SourceFile
    /// Where the text begins: behind the byte order mark, if there is one.
    private let start: Int
    private let lineStarts: ContiguousArray<UInt32>
    /// How many code points lie before each block of the text; empty if positions are byte offsets.
    private let codePointsBefore: ContiguousArray<UInt32>

    init(of file: SourceFile, from start: Int, unit: Unit) {
        self.file = file
        self.start = start
        lineStarts = Self.lineStarts(in: file.bytes, from: start)
        codePointsBefore = unit == .codePoint ? Self.codePointsBefore(in: file.bytes, from: start) : []
    }

    /// The byte offset in the file of a reader's position.
    func offset(of position: Int) -> Int {
        guard !codePointsBefore.isEmpty else { return min(start + position, file.bytes.count) }
        var low = 0
        var high = codePointsBefore.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(codePointsBefore[middle]) <= position { low = middle } else { high = middle }
        }
        var offset = start + low * Self.blockSize
        var count = Int(codePointsBefore[low])
        while offset < file.bytes.count {
            if !isContinuation(file.bytes[offset]) {
                if count == position { return offset }
                count += 1
            }
            offset += 1
        }
        return offset
    }

    /// The place of a range of bytes.
    func place(of range: Range<Int>) -> Place {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= range.lowerBound { low = middle } else { high = middle }
        }
        let lineStart = min(Int(lineStarts[low]), range.lowerBound)
        // A file can be one long line.
        let column = file.bytes.withUnsafeBytes { buffer in
            let before = lineStart..<range.lowerBound
            return before.count - Self.continuations(in: buffer, before)
        }
        return Place(
            file: file.path, line: low + 1, column: column + 1, offset: range.lowerBound, length: range.count)
    }

    /// The end of the line that holds an offset, without its line break, as far as anyone would underline it.
    func endOfLine(from offset: Int) -> Int {
        var end = offset
        let limit = min(file.bytes.count, offset + 1024)
        while end < limit, file.bytes[end] != 0x0A, file.bytes[end] != 0x0D { end += 1 }
        return end
    }

    private static func lineStarts(in bytes: [UInt8], from start: Int) -> ContiguousArray<UInt32> {
        var starts: ContiguousArray<UInt32> = [UInt32(start)]
        bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress else { return }
            let end = base + buffer.count
            var next = base + start
            while let found = memchr(next, 0x0A, end - next) {
                next = UnsafeRawPointer(found) + 1
                starts.append(UInt32(next - base))
            }
        }
        return starts
    }

    private static func codePointsBefore(in bytes: [UInt8], from start: Int) -> ContiguousArray<UInt32> {
        var counts: ContiguousArray<UInt32> = []
        counts.reserveCapacity(bytes.count / blockSize + 1)
        var codePoints = 0
        var hasContinuations = false
        bytes.withUnsafeBytes { buffer in
            var block = start
            while block < buffer.count {
                counts.append(UInt32(codePoints))
                let end = min(block + blockSize, buffer.count)
                let continuations = continuations(in: buffer, block..<end)
                if continuations > 0 { hasContinuations = true }
                codePoints += end - block - continuations
                block = end
            }
        }
        return hasContinuations ? counts : []
    }

    /// How many bytes of a range continue a code point.
    private static func continuations(in buffer: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
        var count = 0
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if word & 0x8080_8080_8080_8080 != 0 {
                // A continuation byte is 10xxxxxx: its top bit is set and the next is not.
                count &+= (word & ~(word << 1) & 0x8080_8080_8080_8080).nonzeroBitCount
            }
            offset &+= 8
        }
        while offset < range.upperBound {
            if isContinuation(buffer[offset]) { count &+= 1 }
            offset &+= 1
        }
        return count
    }
}

private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
