import ApusByteText

/// Writes a date or a time as ASCII.
@safe  // Whoever makes one has reserved as many bytes as are written.
struct DigitWriter {
    /// How many bytes the longest text has.
    static let capacity = 40

    private let start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    /// - Parameter start: room for `capacity` bytes.
    init(_ start: UnsafeMutablePointer<UInt8>) { unsafe self.start = unsafe start }

    mutating func append(_ byte: UInt8) {
        unsafe start[count] = byte
        count &+= 1
    }

    /// Appends a number with leading zeros.
    mutating func append(_ value: Int, digits: Int) {
        var rest = UInt(value)
        for index in stride(from: count + digits - 1, through: count, by: -1) {
            unsafe start[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= digits
    }

    /// What the body writes, as a text.
    static func text(_ body: (inout DigitWriter) -> Void) -> String {
        unsafe String(unsafeUninitializedCapacity: capacity) { bytes in
            var writer = unsafe DigitWriter(bytes.baseAddress.unsafelyUnwrapped)
            body(&writer)
            return writer.count
        }
    }

    /// What the body writes, as bytes.
    static func bytes(_ body: (inout DigitWriter) -> Void) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
            var writer = unsafe DigitWriter(bytes.baseAddress.unsafelyUnwrapped)
            body(&writer)
            count = writer.count
        }
    }
}
