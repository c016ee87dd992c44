import ApusByteText

/// Percent-encoding of values (RFC 6570, section 3.2.1) with the character sets of RFC 3986, section 2.
package enum PercentEncoding {
    /// The characters that are not encoded.
    package enum Allowed {
        /// Only `unreserved`.
        case unreserved
        /// `unreserved`, `reserved` and percent-encoded triplets.
        case reserved
        /// `reserved` without `# [ ] &`, which would end or split a query.
        case reservedInQuery
        /// `reservedInQuery` without `+`, which means a space in a form.
        case reservedInForm
        /// `reserved` without `/ ? # [ ]`, which would end or split a path segment.
        case reservedInPath
        /// The characters of a path: `pchar`, `/` and percent-encoded triplets.
        case path

        fileprivate func contains(_ byte: UInt8) -> Bool {
            if PercentEncoding.isUnreserved(byte) { return true }
            switch self {
            case .unreserved: return false
            case .reserved: return isReserved(byte)
            case .reservedInQuery: return isReserved(byte) && !"#[]&".utf8.contains(byte)
            case .reservedInForm: return isReserved(byte) && !"#[]&+".utf8.contains(byte)
            case .reservedInPath, .path:
                if byte == UInt8(ascii: "/") { return self == .path }
                return isReserved(byte) && !"?#[]".utf8.contains(byte)
            }
        }

        fileprivate var keepsTriplets: Bool { self != .unreserved }

        private func isReserved(_ byte: UInt8) -> Bool {
            ":/?#[]@!$&'()*+,;=".utf8.contains(byte)
        }
    }

    package static func encode(_ text: some StringProtocol, allowing allowed: Allowed = .unreserved) -> String {
        let bytes = Array(text.utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity(bytes.count)
        append(bytes[...], allowing: allowed, to: &encoded)
        return String(decoding: encoded, as: UTF8.self)
    }

    /// Appends the encoding of a text in UTF-8.
    static func append(_ bytes: ArraySlice<UInt8>, allowing allowed: Allowed, to encoded: inout [UInt8]) {
        for index in bytes.indices {
            let byte = bytes[index]
            if allowed.contains(byte) || allowed.keepsTriplets && isTriplet(bytes, at: index) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexDigit(byte >> 4))
                encoded.append(hexDigit(byte & 15))
            }
        }
    }

    /// Returns whether a text has only the characters of a path and a query (RFC 3986, sections 3.3 and 3.4).
    static func isTarget(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.allSatisfy { index in
            Allowed.path.contains(bytes[index]) || bytes[index] == UInt8(ascii: "?")
                || isTriplet(bytes[...], at: index)
        }
    }

    /// Encodes a name or a value for `application/x-www-form-urlencoded` (WHATWG URL, section 5.2).
    package static func encodeForm(_ text: some StringProtocol) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if byte == UInt8(ascii: " ") {
                encoded.append(UInt8(ascii: "+"))
            } else if byte == UInt8(ascii: "*") || byte != UInt8(ascii: "~") && isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded.append(UInt8(ascii: "%"))
                encoded.append(hexDigit(byte >> 4))
                encoded.append(hexDigit(byte & 15))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isTriplet(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.endIndex
            && bytes[index + 1].hexadecimalValue != nil && bytes[index + 2].hexadecimalValue != nil
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
}
