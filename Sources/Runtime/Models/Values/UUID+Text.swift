import ApusByteText

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension UUID {
    /// Parses the UTF-8 of a UUID in either case (RFC 9562 §4). Returns `nil` if it has another form.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.count == 36 else { return nil }
        let text = utf8.baseAddress!
        guard unsafe text[8] == ASCII.minus, unsafe text[13] == ASCII.minus, unsafe text[18] == ASCII.minus,
            unsafe text[23] == ASCII.minus
        else { return nil }
        // The hyphens separate eight digits, four, four, four, and twelve. Each step reads eight digits.
        let first = unsafe bytes(ofHexadecimal: ByteWords.eight(text))
        let second = unsafe bytes(ofHexadecimal: joined(ByteWords.four(text + 9), ByteWords.four(text + 14)))
        let third = unsafe bytes(ofHexadecimal: joined(ByteWords.four(text + 19), ByteWords.four(text + 24)))
        let fourth = unsafe bytes(ofHexadecimal: ByteWords.eight(text + 28))
        guard (first | second | third | fourth) >> 32 == 0 else { return nil }
        let words = (
            (first | second << 32).littleEndian, (third | fourth << 32).littleEndian
        )
        unsafe self.init(uuid: unsafeBitCast(words, to: uuid_t.self))
    }

    /// Writes the UUID in lower case as 36 bytes of UTF-8 (RFC 9562 §4).
    func write(to text: UnsafeMutablePointer<UInt8>) {
        let pairs = unsafe hexadecimalPairs
        unsafe withUnsafeBytes(of: uuid) { bytes in
            func write(_ range: Range<Int>, at position: Int) {
                var target = unsafe UnsafeMutableRawPointer(text + position)
                for index in range {
                    unsafe target.storeBytes(of: pairs[Int(bytes[index])], as: UInt16.self)
                    unsafe target += 2
                }
            }
            write(0..<4, at: 0)
            write(4..<6, at: 9)
            write(6..<8, at: 14)
            write(8..<10, at: 19)
            write(10..<16, at: 24)
        }
        let hyphen = UInt8(ascii: "-")
        unsafe (text[8], text[13], text[18], text[23]) = (hyphen, hyphen, hyphen, hyphen)
    }

    /// Appends the UUID in lower case as 36 bytes of UTF-8.
    public func append(to text: inout [UInt8]) {
        unsafe text += [UInt8](unsafeUninitializedCapacity: 36) { bytes, count in
            unsafe write(to: bytes.baseAddress.unsafelyUnwrapped)
            count = 36
        }
    }

    /// The UUID as lower-case text.
    public var lowercaseText: String {
        unsafe String(unsafeUninitializedCapacity: 36) { bytes in
            unsafe write(to: bytes.baseAddress.unsafelyUnwrapped)
            return 36
        }
    }
}

/// The two hexadecimal digits of each byte in memory order.
private nonisolated(unsafe) let hexadecimalPairs: UnsafePointer<UInt16> = {
    let digits = Array("0123456789abcdef".utf8)
    let pairs = UnsafeMutablePointer<UInt16>.allocate(capacity: 256)
    for byte in 0..<256 {
        let pair = UInt16(digits[byte >> 4]) | UInt16(digits[byte & 15]) << 8
        unsafe (pairs + byte).initialize(to: pair.littleEndian)
    }
    return unsafe UnsafePointer(pairs)
}()

/// Returns the four bytes spelled by eight hexadecimal digits, the first in the lowest byte.
///
/// All digits are processed at once. The result has more than 32 bits if one of them is not a digit.
@_transparent
private func bytes(ofHexadecimal digits: UInt64) -> UInt64 {
    let lowercase = digits | 0x2020_2020_2020_2020
    let letters = (lowercase &>> 6) & 0x0101_0101_0101_0101
    let nibbles = lowercase & 0x0F0F_0F0F_0F0F_0F0F
    // The high half is 3 in `0`...`9` and 6 in `a`...`f`. The second condition refuses control characters, which become
    // digits when the lower-case bit is set.
    let areHighHalvesRight =
        lowercase & 0xF0F0_F0F0_F0F0_F0F0 == 0x3030_3030_3030_3030 &+ (letters &* 0x30)
        && (digits | letters &<< 5) & 0x2020_2020_2020_2020 == 0x2020_2020_2020_2020
    // The low half is at most 9 in a digit and from 1 through 6 in a letter.
    let tooHigh = (nibbles &+ 0x0606_0606_0606_0606 &+ (letters &* 3)) & 0x1010_1010_1010_1010
    let tooLow = letters & ~((nibbles &+ 0x0F0F_0F0F_0F0F_0F0F) &>> 4)
    guard areHighHalvesRight, tooHigh | tooLow == 0 else { return .max }
    let values = nibbles &+ (letters &* 9)
    let pairs = (values &<< 4 | values &>> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs | pairs &>> 8) & 0x0000_FFFF_0000_FFFF
    return (fours | fours &>> 16) & 0xFFFF_FFFF
}

@_transparent
private func joined(_ low: UInt32, _ high: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: low) | UInt64(truncatingIfNeeded: high) &<< 32
}
