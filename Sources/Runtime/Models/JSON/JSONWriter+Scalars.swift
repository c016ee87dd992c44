import ApusByteText

extension JSONWriter {
    public mutating func writeNull() { append("null") }

    public mutating func write(_ value: Bool) {
        if value { append("true") } else { append("false") }
    }

    public mutating func write(_ value: some FixedWidthInteger) {
        if let value = Int64(exactly: value) {
            if value < 0 { append(UInt8(ascii: "-")) }
            append(digits: value.magnitude)
        } else {
            append(digits: UInt64(value))
        }
    }

    private mutating func append(digits value: UInt64) {
        unsafe append(atMost: 20) { target in
            if value < 10 {
                unsafe target[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value)
                return 1
            }
            var count = 1
            var bound: UInt64 = 10
            while value >= bound {
                count &+= 1
                if count == 20 { break }
                bound &*= 10
            }
            var rest = value
            var index = count
            while index > 0 {
                index &-= 1
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                unsafe target[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
                rest = quotient
            }
            return count
        }
    }

    /// Writes the shortest digits that read back as the same number. Whole numbers have no fraction.
    ///
    /// - Throws: `JSONError` if the number is not finite.
    public mutating func write(_ value: Double) throws(JSONError) {
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53, whole != 0 || value.sign == .plus {
            return write(whole)
        }
        guard value.isFinite else { return try writeNotFinite("\(value)") }
        if !appendShortDecimal(value) { append(decimal: value.description) }
    }

    /// Writes a number with at most six digits after the point and fifteen in all. Returns `false` if it has more.
    ///
    /// Two different numbers of so few digits never have the same nearest double. This text is therefore the shortest,
    /// and the slower algorithm of the standard library is not needed.
    private mutating func appendShortDecimal(_ value: Double) -> Bool {
        let magnitude = value.magnitude
        guard magnitude >= 0.001, magnitude < 1e9 else { return false }
        let millionths = (magnitude * 1e6).rounded()
        guard millionths / 1e6 == magnitude else { return false }
        let digits = UInt64(millionths)
        if value < 0 { append(ASCII.minus) }
        append(digits: digits / 1_000_000)
        append(ASCII.point)
        append(fraction: digits % 1_000_000)
        return true
    }

    /// - Parameter fraction: A nonzero number of millionths.
    private mutating func append(fraction: UInt64) {
        unsafe append(atMost: 6) { target in
            var rest = fraction
            var count = 6
            while rest % 10 == 0 {
                rest /= 10
                count &-= 1
            }
            var index = count
            while index > 0 {
                index &-= 1
                unsafe target[index] = ASCII.zero &+ UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            }
            return count
        }
    }

    /// Writes the shortest digits that read back as the same number. Whole numbers have no fraction.
    ///
    /// - Throws: `JSONError` if the number is not finite.
    public mutating func write(_ value: Float) throws(JSONError) {
        guard value.isFinite else { return try writeNotFinite("\(value)") }
        append(decimal: value.description)
    }

    private mutating func append(decimal text: String) {
        var text = text
        text.withUTF8 { digits in
            let isWhole =
                unsafe digits.count > 2 && digits[digits.count - 2] == UInt8(ascii: ".")
                && digits[digits.count - 1] == UInt8(ascii: "0")
            unsafe append(digits.baseAddress!, count: isWhole ? digits.count - 2 : digits.count)
        }
    }

    /// Writes infinity or NaN into text for people.
    ///
    /// - Throws: `JSONError` if the text is JSON.
    @inline(never)
    mutating func writeNotFinite(_ text: String) throws(JSONError) {
        guard isForPeople else { throw JSONError(.notFinite, expected: "a finite number", found: text) }
        append(raw: text)
    }

    /// Writes a number as spelled in the text, which must be a JSON number.
    public mutating func write(numberText: String) {
        precondition(JSONDecimal.isNumber(numberText), "not a number in JSON: \(numberText)")
        append(raw: numberText)
    }

    mutating func append(raw text: String) {
        var text = text
        text.withUTF8 { bytes in
            if let base = bytes.baseAddress { unsafe append(base, count: bytes.count) }
        }
    }

    /// Writes a string. Only quotes, backslashes, and control characters are escaped.
    public mutating func write(_ value: String) {
        var value = value
        value.withUTF8 { bytes in unsafe writeString(bytes) }
    }

    /// Writes a string of ASCII characters that need no escape.
    @inline(__always)
    mutating func writeASCII(atMost size: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
        unsafe append(atMost: size &+ 2) { target in
            unsafe target[0] = UInt8(ascii: "\"")
            let count = unsafe body(target + 1)
            unsafe target[count &+ 1] = UInt8(ascii: "\"")
            return count &+ 2
        }
    }

    /// Writes a string of valid UTF-8.
    mutating func writeString(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Each escape reserves its own space. Reserving for the worst case, `\u00XX` for each byte, would waste memory.
        reserve(bytes.count &+ 9)
        unsafe start[count] = ASCII.quote
        count &+= 1
        if let content = bytes.baseAddress { unsafe appendContent(content, count: bytes.count) }
        append(ASCII.quote)
    }

    @inline(never)
    mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): append("\\\"")
        case UInt8(ascii: "\\"): append("\\\\")
        case 0x08: append("\\b")
        case 0x0C: append("\\f")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        default:
            append("\\u00")
            append(hexadecimalDigit(byte >> 4))
            append(hexadecimalDigit(byte & 0x0F))
        }
    }

    private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
