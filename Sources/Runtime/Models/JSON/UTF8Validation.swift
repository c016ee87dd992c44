import ApusByteText

/// Returns the first byte before `end` that is not part of well-formed UTF-8 (Unicode, table 3-7), or `nil`.
///
/// - Precondition: `end` points to an ASCII character, and seven more readable bytes follow it.
func firstInvalidUTF8(_ first: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
    var next = unsafe first
    while unsafe next < end {
        let word = unsafe ByteWords.eight(next)
        let high = word & ByteWords.highBits
        if high & 0x80 == 0 {
            // Advance to the next byte that is not ASCII, or past all eight.
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

/// Returns whether the lowest two bytes are a lead and a continuation, but not an overlong form.
@_transparent
private func isTwoByteScalar(_ bytes: UInt32) -> Bool { bytes & 0xC0E0 == 0x80C0 && bytes & 0x1E != 0 }

/// Returns whether the lowest three bytes are a lead and two continuations, but no overlong form or surrogate.
@_transparent
private func isThreeByteScalar(_ bytes: UInt32) -> Bool {
    bytes & 0xC0_C0F0 == 0x80_80E0 && bytes & 0x200F != 0 && bytes & 0x200F != 0x200D
}

/// Returns the length of the well-formed sequence at a byte that is not ASCII, or 0 if there is none.
@_transparent
private func lengthOfScalar(_ next: UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>) -> Int {
    let lead = unsafe next.pointee
    if lead < 0xE0 {
        return unsafe lead >= 0xC2 && end - next >= 2 && isContinuation(next[1]) ? 2 : 0
    }
    guard unsafe end - next >= 3, unsafe isContinuation(next[1]), unsafe isContinuation(next[2]) else { return 0 }
    if lead < 0xF0 {
        // Overlong forms and surrogates are not well-formed.
        if lead == 0xE0, unsafe next[1] < 0xA0 { return 0 }
        if lead == 0xED, unsafe next[1] >= 0xA0 { return 0 }
        return 3
    }
    guard lead <= 0xF4, unsafe end - next >= 4, unsafe isContinuation(next[3]) else { return 0 }
    // Overlong forms and values beyond U+10FFFF are not well-formed.
    if lead == 0xF0, unsafe next[1] < 0x90 { return 0 }
    if lead == 0xF4, unsafe next[1] >= 0x90 { return 0 }
    return 4
}

@_transparent
private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
