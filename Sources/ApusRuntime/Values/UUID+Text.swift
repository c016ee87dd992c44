#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UUID {
    /// Reads the UTF-8 of a UUID (RFC 9562 §4), in either case. Nil if it is anything else.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        guard utf8.count == 36 else { return nil }
        var bytes: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        let isValid = withUnsafeMutableBytes(of: &bytes) { bytes in
            var position = 0
            for index in 0..<16 {
                if Self.hyphenPrecedes(index) {
                    guard utf8[position] == UInt8(ascii: "-") else { return false }
                    position += 1
                }
                guard let high = utf8[position].hexadecimalValue, let low = utf8[position + 1].hexadecimalValue else {
                    return false
                }
                bytes[index] = high << 4 | low
                position += 2
            }
            return true
        }
        guard isValid else { return nil }
        self.init(uuid: bytes)
    }

    /// Appends the UTF-8 of the UUID's text in lower case, as RFC 9562 §4 asks for; always 36 bytes.
    public func append(to text: inout [UInt8]) {
        text.reserveCapacity(text.count + 36)
        withUnsafeBytes(of: uuid) { bytes in
            for index in 0..<16 {
                if Self.hyphenPrecedes(index) { text.append(UInt8(ascii: "-")) }
                text.append(Self.digit(bytes[index] >> 4))
                text.append(Self.digit(bytes[index] & 15))
            }
        }
    }

    /// The UUID's text in lower case.
    public var lowercaseText: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private static func hyphenPrecedes(_ index: Int) -> Bool {
        index == 4 || index == 6 || index == 8 || index == 10
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
