internal import ApusCLibYAML
internal import ApusDiagnostics

/// Converts the positions of a reader to byte offsets, lines and columns.
///
/// libyaml counts code points and the JSON reader counts bytes. Nodes store their reader's unit, so that only the
/// places of diagnostics cost a conversion.
struct SourcePositions: Sendable {
    enum Unit { case byte, codePoint }

    /// The number of bytes per entry of `codePointsBefore`. A multiple of eight, the number of bytes counted at a time.
    private static let blockSize = 256

    private let file: SourceFile
    /// The offset of the text behind a byte order mark.
    private let start: Int
    private let lineStarts: ContiguousArray<UInt32>
    /// The number of code points before each block of the text. Empty if positions are byte offsets.
    private let codePointsBefore: ContiguousArray<UInt32>

    init(of file: SourceFile, from start: Int, unit: Unit) {
        self.file = file
        self.start = start
        lineStarts = Self.lineStarts(in: file.bytes, from: start)
        codePointsBefore = unit == .codePoint ? Self.codePointsBefore(in: file.bytes, from: start) : []
    }

    /// Converts a reader's position to a byte offset in the file.
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

    /// Returns the place of a range of bytes.
    func place(of range: Range<Int>) -> Place {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= range.lowerBound { low = middle } else { high = middle }
        }
        let lineStart = min(Int(lineStarts[low]), range.lowerBound)
        // Counts without copying, because a file can be a single long line.
        let column = file.bytes.withUnsafeBytes { buffer in
            let before = lineStart..<range.lowerBound
            return before.count - Self.continuations(in: buffer, before)
        }
        return Place(
            file: file.path, line: low + 1, column: column + 1, offset: range.lowerBound, length: range.count)
    }

    /// Returns the end of the line that contains `offset`, or an offset 1 KiB further in a longer line.
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

    /// Returns the number of UTF-8 continuation bytes in a range.
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
