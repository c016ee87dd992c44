/// The digits and exponent of a number, normalized so that equal numbers are equal.
struct ScannedNumber: Hashable {
    var isNegative: Bool
    /// Digits with values from 0 to 9, without leading and trailing zeros. Zero has none.
    var significantDigits: ArraySlice<UInt8>
    /// The power of ten of the last digit.
    var exponent: Int

    /// Creates the number `digits × 10^exponent`. Digits are values from 0 to 9.
    init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        let withoutLeading = digits.drop { $0 == 0 }
        let trailing = withoutLeading.reversed().prefix { $0 == 0 }.count
        significantDigits = withoutLeading.dropLast(trailing)
        // Zero has neither an exponent nor a sign here.
        self.exponent = significantDigits.isEmpty ? 0 : exponent + trailing
        self.isNegative = isNegative && !significantDigits.isEmpty
    }
}

extension JSONReader {
    /// Reads a number (RFC 8259 §6).
    mutating func scanNumber(expected: String) throws(JSONError) -> ScannedNumber {
        skipWhitespace()
        if readsTexts, let number = try scanQuotedNumber() { return number }
        guard valueKind == .number else { throw mismatch(expected: expected) }
        let offset = position
        let text = try scanNumberText()
        var digits: [UInt8] = []
        var exponent = 0
        // swift-format-ignore
        for unsafe byte in unsafe UnsafeBufferPointer(start: start + offset, count: text.mantissaEnd - offset) {
            if byte >= UInt8(ascii: "0") { digits.append(byte - UInt8(ascii: "0")) }
        }
        if let point = text.point { exponent = point + 1 - text.mantissaEnd }
        return unsafe ScannedNumber(
            isNegative: start[offset] == UInt8(ascii: "-"), digits: digits, exponent: exponent + text.exponent)
    }

    /// Checks a number against the grammar and skips it.
    mutating func scanNumberText() throws(JSONError) -> (mantissaEnd: Int, point: Int?, exponent: Int) {
        if unsafe start[position] == UInt8(ascii: "-") { position &+= 1 }
        if unsafe start[position] == UInt8(ascii: "0") {
            position &+= 1
            guard unsafe start[position] &- UInt8(ascii: "0") > 9 else {
                throw failure(expected: "no digit after a leading zero")
            }
        } else {
            try skipDigits()
        }
        var point: Int?
        if unsafe start[position] == UInt8(ascii: ".") {
            point = position
            position &+= 1
            try skipDigits()
        }
        let mantissaEnd = position
        var exponent = 0
        if unsafe start[position] | 0x20 == UInt8(ascii: "e") {
            position &+= 1
            let isNegative = unsafe start[position] == UInt8(ascii: "-")
            if unsafe isNegative || start[position] == UInt8(ascii: "+") { position &+= 1 }
            let first = position
            try skipDigits()
            // swift-format-ignore
            for unsafe byte in unsafe UnsafeBufferPointer(start: start + first, count: position - first)
            where exponent < 1 << 40 {
                exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
            }
            if isNegative { exponent = -exponent }
        }
        return (mantissaEnd, point, exponent)
    }

    private mutating func skipDigits() throws(JSONError) {
        guard unsafe start[position] &- UInt8(ascii: "0") <= 9 else { throw failure(expected: "a digit") }
        while unsafe start[position] &- UInt8(ascii: "0") <= 9 { position &+= 1 }
    }
}
