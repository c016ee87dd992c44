import ApusByteText

/// Writes dates and times as ASCII.
@safe  // The creator reserves as many bytes as are written.
struct DigitWriter {
    /// The number of bytes reserved, enough for the longest text.
    static let capacity = 40

    private let start: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    /// - Parameter start: Memory of `capacity` bytes.
    init(_ start: UnsafeMutablePointer<UInt8>) { unsafe self.start = unsafe start }

    mutating func append(_ byte: UInt8) {
        unsafe start[count] = byte
        count &+= 1
    }

    /// Appends a number, padded to `digits` with zeros.
    mutating func append(_ value: Int, digits: Int) {
        var rest = UInt(value)
        for index in stride(from: count + digits - 1, through: count, by: -1) {
            unsafe start[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count &+= digits
    }

    /// Returns the written bytes as a string.
    static func text(_ body: (inout DigitWriter) -> Void) -> String {
        unsafe String(unsafeUninitializedCapacity: capacity) { bytes in
            var writer = unsafe DigitWriter(bytes.baseAddress.unsafelyUnwrapped)
            body(&writer)
            return writer.count
        }
    }

    static func bytes(_ body: (inout DigitWriter) -> Void) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: capacity) { bytes, count in
            var writer = unsafe DigitWriter(bytes.baseAddress.unsafelyUnwrapped)
            body(&writer)
            count = writer.count
        }
    }
}
