#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UUID {
    /// Reads the UTF-8 of a UUID (RFC 9562 §4), in either case. Nil if it is anything else.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.count == 36, let text = utf8.baseAddress else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        // A digit that is none has its high bits set, and so has what they are all joined to.
        var invalid: UInt8 = 0
        let values = hexadecimalValues
        func digits(_ range: Range<Int>, of half: inout UInt64) {
            for index in range {
                let value = values[Int(text[index])]
                invalid |= value
                half = half &<< 4 | UInt64(value)
            }
        }
        digits(0..<8, of: &halves.0)
        digits(9..<13, of: &halves.0)
        digits(14..<18, of: &halves.0)
        digits(19..<23, of: &halves.1)
        digits(24..<36, of: &halves.1)
        let hyphen = UInt8(ascii: "-")
        guard invalid < 16, text[8] == hyphen, text[13] == hyphen, text[18] == hyphen, text[23] == hyphen else {
            return nil
        }
        halves = (halves.0.bigEndian, halves.1.bigEndian)
        self.init(uuid: withUnsafeBytes(of: halves) { $0.load(as: uuid_t.self) })
    }

    /// Writes the UTF-8 of the UUID's text, 36 bytes, in lower case, as RFC 9562 §4 asks for.
    func write(to text: UnsafeMutablePointer<UInt8>) {
        let pairs = hexadecimalPairs
        withUnsafeBytes(of: uuid) { bytes in
            func write(_ range: Range<Int>, at position: Int) {
                var target = UnsafeMutableRawPointer(text + position)
                for index in range {
                    target.storeBytes(of: pairs[Int(bytes[index])], as: UInt16.self)
                    target += 2
                }
            }
            write(0..<4, at: 0)
            write(4..<6, at: 9)
            write(6..<8, at: 14)
            write(8..<10, at: 19)
            write(10..<16, at: 24)
        }
        let hyphen = UInt8(ascii: "-")
        (text[8], text[13], text[18], text[23]) = (hyphen, hyphen, hyphen, hyphen)
    }

    /// Appends the UTF-8 of the UUID's text in lower case; always 36 bytes.
    public func append(to text: inout [UInt8]) {
        text += [UInt8](unsafeUninitializedCapacity: 36) { bytes, count in
            write(to: bytes.baseAddress.unsafelyUnwrapped)
            count = 36
        }
    }

    /// The UUID's text in lower case.
    public var lowercaseText: String {
        String(unsafeUninitializedCapacity: 36) { bytes in
            write(to: bytes.baseAddress.unsafelyUnwrapped)
            return 36
        }
    }
}

/// The two hexadecimal digits of each byte, in the order of memory.
private nonisolated(unsafe) let hexadecimalPairs: UnsafePointer<UInt16> = {
    let digits = Array("0123456789abcdef".utf8)
    let pairs = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    for byte in 0..<256 {
        let pair = UInt16(digits[byte >> 4]) | UInt16(digits[byte & 15]) << 8
        (pairs + byte).initialize(to: pair.littleEndian)
    }
    return UnsafePointer(pairs)
}()

/// The values of hexadecimal digits by their ASCII codes; 255 for other bytes.
private nonisolated(unsafe) let hexadecimalValues: UnsafePointer<UInt8> = {
    let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min ... .max { (values + Int(byte)).initialize(to: byte.hexadecimalValue ?? 255) }
    return UnsafePointer(values)
}()
