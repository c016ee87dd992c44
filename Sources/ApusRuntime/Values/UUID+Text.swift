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
        withUnsafeBytes(of: uuid) { bytes in
            var position = 0
            for index in 0..<16 {
                if index == 4 || index == 6 || index == 8 || index == 10 {
                    text[position] = UInt8(ascii: "-")
                    position &+= 1
                }
                text[position] = Self.digit(bytes[index] &>> 4)
                text[position &+ 1] = Self.digit(bytes[index] & 15)
                position &+= 2
            }
        }
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

    @inline(__always)
    private static func digit(_ value: UInt8) -> UInt8 {
        value &+ UInt8(ascii: "0") &+ (value > 9 ? UInt8(ascii: "a") - UInt8(ascii: "9") - 1 : 0)
    }
}

/// The values of hexadecimal digits by their ASCII codes; 255 for other bytes.
private nonisolated(unsafe) let hexadecimalValues: UnsafePointer<UInt8> = {
    let values = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
    for byte in UInt8.min ... .max { (values + Int(byte)).initialize(to: byte.hexadecimalValue ?? 255) }
    return UnsafePointer(values)
}()
