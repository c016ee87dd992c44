import ApusByteText

/// The syntax of URIs (RFC 3986, appendix A) and IRIs (RFC 3987 §2.2).
struct URISyntax {
    let isInternational: Bool
    let isRelativeAllowed: Bool

    func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = unsafe utf8[...]
        var hasScheme = false
        if let colon = unsafe rest.firstIndex(of: UInt8(ascii: ":")), unsafe isScheme(rest[..<colon]) {
            hasScheme = true
            unsafe rest = unsafe rest[(colon + 1)...]
        }
        guard hasScheme || isRelativeAllowed else { return false }
        if let hash = unsafe rest.firstIndex(of: UInt8(ascii: "#")) {
            guard unsafe consists(of: "/?:@", rest[(hash + 1)...]) else { return false }
            unsafe rest = unsafe rest[..<hash]
        }
        if let mark = unsafe rest.firstIndex(of: UInt8(ascii: "?")) {
            guard unsafe consists(of: "/?:@", rest[(mark + 1)...]) else { return false }
            unsafe rest = unsafe rest[..<mark]
        }
        if unsafe rest.starts(with: "//".utf8) {
            unsafe rest = unsafe rest.dropFirst(2)
            let end = unsafe rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard unsafe isAuthority(rest[..<end]) else { return false }
            unsafe rest = unsafe rest[end...]
        } else if !hasScheme {
            // The first segment of a relative path has no colon, to distinguish it from a scheme (RFC 3986 §4.2).
            let end = unsafe rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard unsafe !rest[..<end].contains(UInt8(ascii: ":")) else { return false }
        }
        return unsafe consists(of: "/:@", rest)
    }

    private func isScheme(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        unsafe bytes.first?.isASCIILetter == true
            && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    }

    private func isAuthority(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = unsafe bytes
        if let at = unsafe rest.firstIndex(of: UInt8(ascii: "@")) {
            guard unsafe consists(of: ":", rest[..<at]) else { return false }
            unsafe rest = unsafe rest[(at + 1)...]
        }
        if unsafe rest.first == UInt8(ascii: "[") {
            guard let end = unsafe rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
            guard unsafe isIPLiteral(UnsafeBufferPointer(rebasing: rest[(rest.startIndex + 1)..<end])) else {
                return false
            }
            unsafe rest = unsafe rest[(end + 1)...]
        } else {
            let end = unsafe rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            guard unsafe consists(of: "", rest[..<end]) else { return false }
            unsafe rest = unsafe rest[end...]
        }
        guard let first = unsafe rest.first else { return true }
        return unsafe first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy(\.isASCIIDigit)
    }

    private func isIPLiteral(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if unsafe isIPv6(bytes) { return true }
        // IPvFuture
        guard let first = unsafe bytes.first, first | 0x20 == UInt8(ascii: "v"),
            let dot = unsafe bytes.firstIndex(of: UInt8(ascii: "."))
        else { return false }
        return unsafe dot > 1 && bytes[1..<dot].allSatisfy { $0.hexadecimalValue != nil } && dot + 1 < bytes.count
            && bytes[(dot + 1)...].allSatisfy {
                Self.isUnreserved($0) || Self.isSubDelimiter($0) || $0 == UInt8(ascii: ":")
            }
    }

    /// Returns whether all bytes are unreserved, sub-delimiters, `%XX`, or in `others`.
    private func consists(
        of others: StaticString, _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        let others = unsafe UnsafeBufferPointer(start: others.utf8Start, count: others.utf8CodeUnitCount)
        var index = unsafe bytes.startIndex
        while unsafe index < bytes.endIndex {
            let byte = unsafe bytes[index]
            if byte == UInt8(ascii: "%") {
                guard unsafe index + 2 < bytes.endIndex, unsafe bytes[index + 1].hexadecimalValue != nil,
                    unsafe bytes[index + 2].hexadecimalValue != nil
                else { return false }
                index += 3
            } else if unsafe Self.isUnreserved(byte) || Self.isSubDelimiter(byte) || others.contains(byte)
                || isInternational && byte >= 0x80
            {
                index += 1
            } else {
                return false
            }
        }
        return true
    }

    static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || "-._~".utf8.contains(byte)
    }

    static func isSubDelimiter(_ byte: UInt8) -> Bool { "!$&'()*+,;=".utf8.contains(byte) }
}
