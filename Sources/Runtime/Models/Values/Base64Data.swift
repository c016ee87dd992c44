/// Bytes that JSON holds as base64 text (RFC 4648 §4, with padding).
///
/// ```swift
/// let icon = Base64Data([0x89, 0x50, 0x4E, 0x47])
/// print(icon)  // iVBORw==
/// ```
public struct Base64Data: Hashable, Sendable {
    public var bytes: [UInt8]

    public init(_ bytes: [UInt8] = []) { self.bytes = bytes }

    /// Decodes base64 text, or returns `nil` if the text has line breaks, incomplete padding, or nonzero unused bits.
    public init?(base64 text: String) {
        guard let value = unsafe withUTF8(of: text, { unsafe Base64Data(utf8: $0) }) else { return nil }
        self = value
    }

    /// Decodes base64 text from UTF-8, or returns `nil` if it is not valid.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.count % 4 == 0 else { return nil }
        var padding = 0
        while padding < 2, padding < utf8.count, unsafe utf8[utf8.count - 1 - padding] == UInt8(ascii: "=") {
            padding += 1
        }
        bytes = []
        bytes.reserveCapacity(utf8.count / 4 * 3)
        var group: UInt32 = 0
        var bitCount = 0
        // swift-format-ignore
        for unsafe byte in unsafe utf8.dropLast(padding) {
            guard let value = Self.value(of: byte) else { return nil }
            group = group << 6 | value
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(bitCount)))
                group &= (1 << UInt32(bitCount)) - 1
            }
        }
        guard group == 0 else { return nil }
    }

    private static func value(of byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }

    /// Appends the base64 text as UTF-8.
    public func append(to text: inout [UInt8]) {
        text.reserveCapacity(text.count + (bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let group =
                UInt32(bytes[index]) << 16
                | (index + 1 < bytes.count ? UInt32(bytes[index + 1]) << 8 : 0)
                | (index + 2 < bytes.count ? UInt32(bytes[index + 2]) : 0)
            text.append(Self.alphabet[Int(group >> 18)])
            text.append(Self.alphabet[Int(group >> 12 & 63)])
            text.append(index + 1 < bytes.count ? Self.alphabet[Int(group >> 6 & 63)] : UInt8(ascii: "="))
            text.append(index + 2 < bytes.count ? Self.alphabet[Int(group & 63)] : UInt8(ascii: "="))
            index += 3
        }
    }

    private static let alphabet = [UInt8]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
}

extension Base64Data: CustomStringConvertible {
    /// The base64 text.
    public var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }
}
