import ApusByteText

/// The first byte before `end` that does not belong to well-formed UTF-8 (Unicode, table 3-7), or nil.
///
/// - Precondition: at the end is an ASCII character, and seven more bytes may be looked at.
func firstInvalidUTF8(_ first: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var next = unsafe first
    while unsafe next < end {
        let word = unsafe ByteWords.eight(next)
        let high = word & ByteWords.highBits
        if high & 0x80 == 0 {
            // To the next byte that is not ASCII, or all eight.
            unsafe next += high.trailingZeroBitCount &>> 3
        } else if isTwoByteScalar(UInt32(truncatingIfNeeded: word)) {
            unsafe next += 2
        } else if isThreeByteScalar(UInt32(truncatingIfNeeded: word)) {
            unsafe next += 3
        } else {
            let length = unsafe lengthOfScalar(next, end)
            if length == 0 { return unsafe next }
            unsafe next += length
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
    let lead = unsafe next.pointee
    if lead < 0xE0 {
        return unsafe lead >= 0xC2 && end - next >= 2 && isContinuation(next[1]) ? 2 : 0
    }
    guard unsafe end - next >= 3, unsafe isContinuation(next[1]), unsafe isContinuation(next[2]) else { return 0 }
    if lead < 0xF0 {
        // Neither what fits into two bytes nor surrogates.
        if lead == 0xE0, unsafe next[1] < 0xA0 { return 0 }
        if lead == 0xED, unsafe next[1] >= 0xA0 { return 0 }
        return 3
    }
    guard lead <= 0xF4, unsafe end - next >= 4, unsafe isContinuation(next[3]) else { return 0 }
    // Neither what fits into three bytes nor what is beyond U+10FFFF.
    if lead == 0xF0, unsafe next[1] < 0x90 { return 0 }
    if lead == 0xF4, unsafe next[1] >= 0x90 { return 0 }
    return 4
}

@_transparent
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
