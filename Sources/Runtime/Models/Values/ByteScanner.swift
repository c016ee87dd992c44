import ApusByteText

/// Reads the UTF-8 of a text from front to back. A step that fails does not move the position.
@safe  // Every position is compared with the count before a byte is read.
struct ByteScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private let start: UnsafePointer<UInt8>
    private let count: Int
    var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        unsafe self.bytes = unsafe bytes
        unsafe start = unsafe bytes.baseAddress ?? UnsafePointer(bitPattern: 1)!
        count = bytes.count
    }

    var isAtEnd: Bool { position == count }

    /// The next byte, or `nil` at the end.
    var next: UInt8? { unsafe position < count ? start[position] : nil }

    mutating func skip(_ byte: UInt8) -> Bool {
        guard position < count, unsafe start[position] == byte else { return false }
        position &+= 1
        return true
    }

    /// Skips an ASCII letter in either case. `letter` must be lower case.
    mutating func skip(letter: UInt8) -> Bool {
        guard position < count, unsafe start[position] | 0x20 == letter else { return false }
        position &+= 1
        return true
    }

    /// Reads the number spelled by exactly `count` digits, or returns `nil` if there are fewer.
    mutating func digits(_ count: Int) -> Int? {
        let value = spelledNumber(count)
        guard value >= 0 else { return nil }
        position &+= count
        return value
    }

    /// Returns the number that the next digits spell, or -1 if one of them is not a digit.
    @_transparent
    private func spelledNumber(_ digitCount: Int) -> Int {
        guard count &- position >= digitCount else { return -1 }
        var value = 0
        var index = position
        while index < position &+ digitCount {
            let digit = unsafe start[index] &- ASCII.zero
            if digit > 9 { return -1 }
            value = value &* 10 &+ Int(truncatingIfNeeded: digit)
            index &+= 1
        }
        return value
    }

    /// Skips the bytes that satisfy a condition and returns how many there were.
    mutating func skip(while condition: (UInt8) -> Bool) -> Int {
        let first = position
        while let byte = next, condition(byte) { position += 1 }
        return position - first
    }
}

/// Calls `body` with the UTF-8 of a text.
func withUTF8<Result>(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = text
    return text.withUTF8(body)
}
