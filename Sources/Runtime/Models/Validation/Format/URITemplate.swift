import ApusByteText

/// Returns whether a text is a URI template (RFC 6570 §2).
func isURITemplate(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = unsafe ByteScanner(utf8)
    while let byte = scanner.next {
        switch byte {
        case UInt8(ascii: "{"):
            guard scanner.skipExpression() else { return false }
        case UInt8(ascii: "%"):
            guard scanner.skipPercentEncoded() else { return false }
        case 0...0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            return false
        default: scanner.position += 1
        }
    }
    return true
}

extension ByteScanner {
    fileprivate mutating func skipPercentEncoded() -> Bool {
        guard unsafe position + 2 < bytes.count, unsafe bytes[position + 1].hexadecimalValue != nil,
            unsafe bytes[position + 2].hexadecimalValue != nil
        else { return false }
        position += 3
        return true
    }

    /// Skips an expression: `{`, an operator, variables, and `}`.
    fileprivate mutating func skipExpression() -> Bool {
        position += 1
        // RFC 6570 reserves the operators `=,!@|` for extensions, so they are refused.
        if let byte = next, "+#./;?&".utf8.contains(byte) { position += 1 }
        repeat {
            guard skipVariable() else { return false }
        } while skip(UInt8(ascii: ","))
        return skip(UInt8(ascii: "}"))
    }

    private mutating func skipVariable() -> Bool {
        repeat {
            let start = position
            while let byte = next {
                if byte == UInt8(ascii: "%") {
                    guard skipPercentEncoded() else { return false }
                } else if byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") {
                    position += 1
                } else {
                    break
                }
            }
            guard position > start else { return false }
        } while skip(UInt8(ascii: "."))
        if skip(UInt8(ascii: "*")) { return true }
        guard skip(UInt8(ascii: ":")) else { return true }
        let start = position
        let count = skip(while: \.isASCIIDigit)
        return unsafe 1...4 ~= count && bytes[start] != UInt8(ascii: "0")
    }
}
