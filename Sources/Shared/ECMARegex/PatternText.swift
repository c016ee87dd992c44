import ApusByteText

/// A text to match: valid UTF-8, read by code point.
@safe  // The bytes outlive this value, and no read is at or after their end.
struct PatternText {
    let bytes: UnsafeBufferPointer<UInt8>

    var end: Int { unsafe bytes.count }

    /// Returns the code point at a position and the position after it. The position must not be the end.
    @inline(__always)
    func scalar(at position: Int) -> (value: UInt32, next: Int) {
        let first = unsafe UInt32(bytes[position])
        if first < 0x80 { return (first, position + 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | continuation(position + 1), position + 2) }
        if first < 0xF0 {
            return ((first & 0x0F) << 12 | continuation(position + 1) << 6 | continuation(position + 2), position + 3)
        }
        return (
            (first & 0x07) << 18 | continuation(position + 1) << 12 | continuation(position + 2) << 6
                | continuation(position + 3),
            position + 4
        )
    }

    private func continuation(_ position: Int) -> UInt32 {
        unsafe position < bytes.count ? UInt32(bytes[position] & 0x3F) : 0
    }

    /// Returns the code point before a position and its own position. The position must not be the start.
    func scalar(before position: Int) -> (value: UInt32, start: Int) {
        var start = position - 1
        while start > 0, unsafe bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return (scalar(at: start).value, start)
    }

    func holds(_ assertion: PatternNode.Assertion, at position: Int) -> Bool {
        switch assertion {
        case .start: position == 0
        case .end: position == end
        case .wordBoundary: isWordBoundary(position)
        case .notWordBoundary: !isWordBoundary(position)
        }
    }

    // Word characters are ASCII, so one byte is enough.
    private func isWordBoundary(_ position: Int) -> Bool {
        let before = unsafe position > 0 && Self.isWord(bytes[position - 1])
        let after = unsafe position < end && Self.isWord(bytes[position])
        return before != after
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_")
    }
}
