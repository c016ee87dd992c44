import ApusByteText

extension ByteScanner {
    /// Skips an `IPv4address` (RFC 3986 §3.2.2), four numbers without leading zeros.
    mutating func skipIPv4() -> Bool {
        for index in 0..<4 {
            if index > 0, !skip(UInt8(ascii: ".")) { return false }
            let start = position
            let count = skip(while: \.isASCIIDigit)
            guard 1...3 ~= count, unsafe count == 1 || bytes[start] != UInt8(ascii: "0") else { return false }
            let value = unsafe bytes[start..<position].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            guard value < 256 else { return false }
        }
        return true
    }
}

/// Returns whether a text is an IPv6 address (RFC 4291 §2.2).
func isIPv6(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = unsafe ByteScanner(utf8)
    let colon = UInt8(ascii: ":")
    var groups = 0
    var isShortened = false
    if scanner.skip(colon) {
        guard scanner.skip(colon) else { return false }
        isShortened = true
    }
    while !scanner.isAtEnd {
        let start = scanner.position
        let digits = scanner.skip { $0.hexadecimalValue != nil }
        if scanner.next == UInt8(ascii: ".") {
            scanner.position = start
            groups += 2
            guard scanner.skipIPv4(), scanner.isAtEnd else { return false }
            break
        }
        guard 1...4 ~= digits else { return false }
        groups += 1
        if scanner.isAtEnd { break }
        guard scanner.skip(colon) else { return false }
        if scanner.skip(colon) {
            guard !isShortened else { return false }
            isShortened = true
        } else if scanner.isAtEnd {
            return false
        }
    }
    return isShortened ? groups < 8 : groups == 8
}

/// Returns whether a text is a `Mailbox` (RFC 5321 §4.1.2), or an international one (RFC 6531).
func isMailAddress(_ utf8: UnsafeBufferPointer<UInt8>, isInternational: Bool) -> Bool {
    guard let at = unsafe utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = unsafe utf8[..<at]
    let domain = unsafe utf8[(at + 1)...]
    return unsafe isLocalPart(local, isInternational: isInternational)
        && isMailDomain(domain, isInternational: isInternational)
}

private func isLocalPart(_ local: Slice<UnsafeBufferPointer<UInt8>>, isInternational: Bool) -> Bool {
    guard let first = unsafe local.first else { return false }
    if first == UInt8(ascii: "\""), unsafe local.count >= 2, unsafe local.last == first {
        var isEscaped = false
        // swift-format-ignore
        for unsafe byte in unsafe local.dropFirst().dropLast() {
            if isEscaped {
                isEscaped = false
                continue
            }
            if byte == UInt8(ascii: "\"") || byte < 0x20 || byte == 0x7F { return false }
            if byte >= 0x80, !isInternational { return false }
            isEscaped = byte == UInt8(ascii: "\\")
        }
        return !isEscaped
    }
    return unsafe local.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
        unsafe !atom.isEmpty
            && atom.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || isInternational && $0 >= 0x80
                    || "!#$%&'*+-/=?^_`{|}~".utf8.contains($0)
            }
    }
}

private func isMailDomain(_ domain: Slice<UnsafeBufferPointer<UInt8>>, isInternational: Bool) -> Bool {
    if unsafe domain.first == UInt8(ascii: "["), unsafe domain.last == UInt8(ascii: "]") {
        let literal = unsafe UnsafeBufferPointer(rebasing: domain.dropFirst().dropLast())
        if unsafe literal.starts(with: "IPv6:".utf8) {
            return unsafe isIPv6(UnsafeBufferPointer(rebasing: literal[5...]))
        }
        var scanner = unsafe ByteScanner(literal)
        return scanner.skipIPv4() && scanner.isAtEnd
    }
    if isInternational, unsafe domain.contains(where: { $0 >= 0x80 }) {
        return unsafe !domain.contains { $0 <= 0x20 || $0 == UInt8(ascii: "@") }
            && domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
                unsafe !$0.isEmpty
            }
    }
    return unsafe isHostname(domain)
}
