/// Finds the end of a value in a stream, scanning each byte once.
struct JSONFrameScanner {
    /// The number of scanned bytes in the buffer.
    var position = 0
    private var depth = 0
    private var isInString = false
    private var isEscaped = false
    private var isBlank = true

    init(position: Int = 0) { self.position = position }

    /// Returns the position of the delimiter after the current frame and prepares for the next frame.
    ///
    /// Returns `nil` if the buffer does not contain the delimiter yet.
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

    /// Returns whether a byte is outside of strings.
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

    /// Returns whether a byte ends an element. So does an unmatched closing bracket, which decoding then reports.
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

    /// Returns whether a byte ends a record. Line feeds within a value do not.
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

/// Returns whether a byte is white space in JSON (RFC 8259 §2).
func isJSONWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
