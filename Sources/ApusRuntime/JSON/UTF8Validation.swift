import ByteText

/// The offset of the first byte that does not belong to well-formed UTF-8 (Unicode, table 3-7), or nil.
func firstInvalidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = bytes.baseAddress else { return nil }
    let end = first + bytes.count
    var next = first
    while next < end {
        if next.pointee < 0x80 {
            if end - next >= 8 {
                // To the next byte that is not ASCII, or all eight.
                let high = ByteWords.eight(next) & ByteWords.highBits
                next += high.trailingZeroBitCount &>> 3
            } else {
                next += 1
            }
        } else if end - next >= 4, isTwoByteScalar(ByteWords.four(next)) {
            next += 2
        } else if end - next >= 4, isThreeByteScalar(ByteWords.four(next)) {
            next += 3
        } else {
            let length = lengthOfScalar(next, end)
            if length == 0 { return next - first }
            next += length
        }
    }
    return nil
}

/// Whether the lowest two bytes are a lead that is no overlong form and a continuation.
@_transparent
private func isTwoByteScalar(_ bytes: UInt32) -> Bool { bytes & 0xC0E0 == 0x80C0 && bytes & 0x1E != 0 }

/// Whether the lowest three bytes are a lead and two continuations, neither an overlong form nor a surrogate.
@_transparent
private func isThreeByteScalar(_ bytes: UInt32) -> Bool {
    bytes & 0xC0_C0F0 == 0x80_80E0 && bytes & 0x200F != 0 && bytes & 0x200F != 0x200D
}

/// How many bytes the well-formed sequence has that begins here, with a byte that is not ASCII; 0 if there is none.
@_transparent
private func lengthOfScalar(_ next: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let lead = next.pointee
    if lead < 0xE0 {
        return lead >= 0xC2 && end - next >= 2 && isContinuation(next[1]) ? 2 : 0
    }
    guard end - next >= 3, isContinuation(next[1]), isContinuation(next[2]) else { return 0 }
    if lead < 0xF0 {
        // Neither what fits into two bytes nor surrogates.
        if lead == 0xE0, next[1] < 0xA0 { return 0 }
        if lead == 0xED, next[1] >= 0xA0 { return 0 }
        return 3
    }
    guard lead <= 0xF4, end - next >= 4, isContinuation(next[3]) else { return 0 }
    // Neither what fits into three bytes nor what is beyond U+10FFFF.
    if lead == 0xF0, next[1] < 0x90 { return 0 }
    if lead == 0xF4, next[1] >= 0x90 { return 0 }
    return 4
}

@_transparent
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
