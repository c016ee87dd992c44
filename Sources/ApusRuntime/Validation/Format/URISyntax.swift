/// The syntax of URIs (RFC 3986, appendix A) and IRIs (RFC 3987 §2.2).
struct URISyntax {
    let isInternational: Bool
    let isRelativeAllowed: Bool

    func accepts(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        var rest = utf8[...]
        var hasScheme = false
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), isScheme(rest[..<colon]) {
            hasScheme = true
            rest = rest[(colon + 1)...]
        }
        guard hasScheme || isRelativeAllowed else { return false }
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            guard consists(of: "/?:@", rest[(hash + 1)...]) else { return false }
            rest = rest[..<hash]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            guard consists(of: "/?:@", rest[(mark + 1)...]) else { return false }
            rest = rest[..<mark]
        }
        if rest.starts(with: "//".utf8) {
            rest = rest.dropFirst(2)
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard isAuthority(rest[..<end]) else { return false }
            rest = rest[end...]
        } else if !hasScheme {
            // The first segment of a relative path has no colon, or it would be a scheme (RFC 3986 §4.2).
            let end = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard !rest[..<end].contains(UInt8(ascii: ":")) else { return false }
        }
        return consists(of: "/:@", rest)
    }

    private func isScheme(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        bytes.first?.isASCIILetter == true
            && bytes.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    }

    private func isAuthority(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = bytes
        if let at = rest.firstIndex(of: UInt8(ascii: "@")) {
            guard consists(of: ":", rest[..<at]) else { return false }
            rest = rest[(at + 1)...]
        }
        if rest.first == UInt8(ascii: "[") {
            guard let end = rest.firstIndex(of: UInt8(ascii: "]")) else { return false }
            guard isIPLiteral(UnsafeBufferPointer(rebasing: rest[(rest.startIndex + 1)..<end])) else { return false }
            rest = rest[(end + 1)...]
        } else {
            let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            guard consists(of: "", rest[..<end]) else { return false }
            rest = rest[end...]
        }
        guard let first = rest.first else { return true }
        return first == UInt8(ascii: ":") && rest.dropFirst().allSatisfy(\.isASCIIDigit)
    }

    private func isIPLiteral(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if isIPv6(bytes) { return true }
        // IPvFuture
        guard let first = bytes.first, first | 0x20 == UInt8(ascii: "v"), let dot = bytes.firstIndex(of: UInt8(ascii: "."))
        else { return false }
        return dot > 1 && bytes[1..<dot].allSatisfy { $0.hexadecimalValue != nil } && dot + 1 < bytes.count
            && bytes[(dot + 1)...].allSatisfy { Self.isUnreserved($0) || Self.isSubDelimiter($0) || $0 == UInt8(ascii: ":") }
    }

    /// Whether all bytes are unreserved, sub-delimiters, `%XX` or listed.
    private func consists(
        of others: StaticString, _ bytes: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        let others = UnsafeBufferPointer(start: others.utf8Start, count: others.utf8CodeUnitCount)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, bytes[index + 1].hexadecimalValue != nil,
                    bytes[index + 2].hexadecimalValue != nil
                else { return false }
                index += 3
            } else if Self.isUnreserved(byte) || Self.isSubDelimiter(byte) || others.contains(byte)
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
