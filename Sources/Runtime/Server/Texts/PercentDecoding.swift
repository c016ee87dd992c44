/// Percent-decoding (RFC 3986, section 2.1), which is done once.
package enum PercentDecoding {
    /// Returns the decoded text, or `nil` if a `%` is not followed by two digits or the result is not UTF-8.
    ///
    /// - Parameter plusIsSpace: Whether `+` is a space, as in a form (WHATWG URL, section 5.1).
    package static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        let bytes = text.utf8
        if !bytes.contains(where: { $0 == percent || plusIsSpace && $0 == plus }) { return String(text) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case percent:
                guard let high = rest.popFirst()?.hexValue, let low = rest.popFirst()?.hexValue else { return nil }
                decoded.append(high << 4 | low)
            case plus where plusIsSpace: decoded.append(UInt8(ascii: " "))
            default: decoded.append(byte)
            }
        }
        return String(validating: decoded, as: UTF8.self)
    }

    /// Returns a path segment in which only the characters are encoded that need it, or `nil` if an encoding is broken
    /// (RFC 3986, section 6.2.2).
    static func normalized(_ segment: some StringProtocol) -> String? {
        guard segment.utf8.contains(percent) else { return String(segment) }
        var result: [UInt8] = []
        var rest = segment.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == percent else {
                result.append(byte)
                continue
            }
            guard let first = rest.popFirst(), let second = rest.popFirst(), let high = first.hexValue,
                let low = second.hexValue
            else { return nil }
            let value = high << 4 | low
            if value.isUnreserved {
                result.append(value)
            } else {
                result += [percent, first.upperHex, second.upperHex]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let percent = UInt8(ascii: "%")
    private static let plus = UInt8(ascii: "+")
}

extension UInt8 {
    fileprivate var hexValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    fileprivate var upperHex: UInt8 { self >= UInt8(ascii: "a") ? self - 32 : self }

    fileprivate var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
