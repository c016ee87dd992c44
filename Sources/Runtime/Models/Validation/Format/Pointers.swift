import ApusByteText

/// Returns whether a text is a JSON Pointer (RFC 6901 §3).
func isJSONPointer(_ utf8: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = unsafe utf8.first else { return true }
    guard first == UInt8(ascii: "/") else { return false }
    var follows = false
    // swift-format-ignore
    for unsafe byte in unsafe utf8 {
        if follows, byte != UInt8(ascii: "0"), byte != UInt8(ascii: "1") { return false }
        follows = byte == UInt8(ascii: "~")
    }
    return !follows
}

/// Returns whether a text is a relative JSON Pointer (draft-handrews-relative-json-pointer-01).
///
/// It has the number of levels to go up, and then `#` or a JSON Pointer.
func isRelativeJSONPointer(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = unsafe ByteScanner(utf8)
    let count = scanner.skip(while: \.isASCIIDigit)
    guard count > 0, unsafe count == 1 || utf8[0] != UInt8(ascii: "0") else { return false }
    if scanner.skip(UInt8(ascii: "#")) { return scanner.isAtEnd }
    return unsafe isJSONPointer(utf8[scanner.position...])
}
