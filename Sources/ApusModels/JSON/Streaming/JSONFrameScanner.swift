/// Looks for the end of a value in a stream, a byte once.
struct JSONFrameScanner {
    /// How far the buffer has been scanned.
    var position = 0
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isBlank = true

    init(position: Int = 0) { self.position = position }

    /// Where the delimiter after the current frame is; nil if it is not in the buffer. The scanner is then ready for
    /// the next frame.
    mutating func endOfFrame(_ framing: JSONFraming, in buffer: [UInt8]) -> Int? {
        let end: Int? = unsafe buffer.withUnsafeBufferPointer { bytes in
            while position < bytes.count {
                let byte = unsafe bytes[position]
                defer { position += 1 }
                switch framing {
                case .lines: if byte == UInt8(ascii: "\n") { return position }
                case .array: if isStructural(byte), endsElement(byte) { return position }
                case .textSequence: if byte == 0x1E || isStructural(byte) && endsRecord(byte) { return position }
                }
            }
            return nil
        }
        if end != nil { self = JSONFrameScanner(position: position) }
        return end
    }

    /// Whether a byte is outside of strings.
    private mutating func isStructural(_ byte: UInt8) -> Bool {
        guard isInString else {
            isInString = byte == UInt8(ascii: "\"")
            if isInString { isBlank = false }
            return !isInString
        }
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInString = false
        }
        return false
    }

    /// A bracket that nothing opened ends an element too: it is wrong there, and decoding says so.
    private mutating func endsElement(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            if depth == 0 { return true }
            depth -= 1
        case UInt8(ascii: ","): return depth == 0
        default: break
        }
        return false
    }

    /// A record ends with a line feed, but may have others within.
    private mutating func endsRecord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\n"): return depth <= 0 && !isBlank
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        if !isJSONWhitespace(byte) { isBlank = false }
        return false
    }
}

/// RFC 8259 §2.
func isJSONWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
