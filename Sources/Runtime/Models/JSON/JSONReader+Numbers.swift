import ApusByteText

extension JSONReader {
    /// Reads an integer, such as `1`, `1.0`, or `1e2` (JSON Schema 2020-12 §6.1.1).
    ///
    /// - Throws: `JSONError` if the number has a fraction or does not fit.
    public mutating func readInteger<Integer: FixedWidthInteger>(
        _ type: Integer.Type = Integer.self
    ) throws(JSONError) -> Integer {
        skipWhitespace()
        let offset = position
        let (magnitude, isNegative) = try readIntegerMagnitude()
        let value: Integer? =
            isNegative
            ? (magnitude <= 1 << 63 ? Integer(exactly: Int64(truncatingIfNeeded: 0 &- magnitude)) : nil)
            : Integer(exactly: magnitude)
        guard let value else {
            position = offset
            throw doesNotFit(
                "an integer from \(Integer.min) through \(Integer.max)")
        }
        return value
    }

    /// Reads an `Int`, with a fast path for at most 18 digits.
    mutating func readInt() throws(JSONError) -> Int {
        skipWhitespace()
        let isNegative = unsafe start[position] == ASCII.minus
        let first = unsafe isNegative ? start + position + 1 : start + position
        var end = unsafe first
        var value: Int64 = 0
        while unsafe end.pointee &- ASCII.zero <= 9 {
            value = unsafe value &* 10 &+ Int64(truncatingIfNeeded: end.pointee &- ASCII.zero)
            unsafe end += 1
        }
        let digits = unsafe end - first
        let isPlain =
            unsafe digits > 0 && digits <= 18 && (first.pointee != ASCII.zero || digits == 1)
            && end.pointee != ASCII.point && end.pointee | 0x20 != ASCII.e
        guard isPlain, let result = Int(exactly: isNegative ? 0 &- value : value) else { return try readInteger() }
        position = unsafe end - start
        return result
    }

    private mutating func readIntegerMagnitude() throws(JSONError) -> (UInt64, isNegative: Bool) {
        let offset = position
        let number = try scanNumber(expected: "an integer")
        let digits = number.significantDigits
        let isNegative = number.isNegative
        if digits.isEmpty { return (0, false) }
        // A number is an integer if no digit is left after the point. At most 20 digits fit into 64 bits.
        guard number.exponent >= 0 else {
            position = offset
            throw mismatch(expected: "an integer")
        }
        var magnitude: UInt64 = 0
        var fits = digits.count + number.exponent <= 20
        if fits {
            for digit in digits {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
                magnitude = sum
                fits = fits && !overflow && !carry
            }
            for _ in 0..<number.exponent {
                let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
                magnitude = product
                fits = fits && !overflow
            }
        }
        guard fits else {
            position = offset
            throw doesNotFit("an integer of 64 bits")
        }
        return (magnitude, isNegative)
    }

    /// Reads a number as the nearest `Double`.
    public mutating func readDouble() throws(JSONError) -> Double {
        skipWhitespace()
        let isNegative = unsafe start[position] == ASCII.minus
        let integer = unsafe isNegative ? start + position + 1 : start + position
        var end = unsafe integer
        var mantissa: UInt64 = 0
        while unsafe end.pointee &- ASCII.zero <= 9 {
            mantissa = unsafe mantissa &* 10 &+ UInt64(truncatingIfNeeded: end.pointee &- ASCII.zero)
            unsafe end += 1
        }
        var digits = unsafe end - integer
        var fractionDigits = 0
        var isExact = unsafe digits == 1 || digits > 1 && integer.pointee != ASCII.zero
        if unsafe end.pointee == ASCII.point {
            let fraction = unsafe end + 1
            unsafe end = unsafe fraction
            while unsafe end.pointee &- ASCII.zero <= 9 {
                mantissa = unsafe mantissa &* 10 &+ UInt64(truncatingIfNeeded: end.pointee &- ASCII.zero)
                unsafe end += 1
            }
            fractionDigits = unsafe end - fraction
            digits &+= fractionDigits
            isExact = isExact && fractionDigits > 0
        }
        // Clinger's fast path: the digits and the power of ten are exact doubles, so the quotient is rounded only once.
        if isExact, digits <= 19, mantissa < 1 << 53, fractionDigits <= 22, unsafe end.pointee | 0x20 != ASCII.e {
            position = unsafe end - start
            let value = unsafe fractionDigits == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[fractionDigits]
            return isNegative ? -value : value
        }
        let offset = position
        let text = try readNumberText()
        guard let value = Double(text), value.isFinite else {
            position = offset
            throw doesNotFit("a number of double precision")
        }
        return value
    }

    /// Reads a number as the nearest `Float`.
    public mutating func readFloat() throws(JSONError) -> Float {
        skipWhitespace()
        let offset = position
        // Going through `Double` would round twice.
        guard let value = Float(try readNumberText()), value.isFinite else {
            position = offset
            throw doesNotFit("a number of single precision")
        }
        return value
    }

    /// Reads a number as written.
    public mutating func readNumberText() throws(JSONError) -> String {
        skipWhitespace()
        let offset = position
        _ = try scanNumber(expected: "a number")
        let quote = unsafe start[offset] == ASCII.quote ? 1 : 0
        return unsafe String(
            decoding: UnsafeBufferPointer(start: start + (offset + quote), count: position - offset - 2 * quote),
            as: UTF8.self)
    }

    @inline(never)
    private func doesNotFit(_ expected: String) -> JSONError {
        var error = mismatch(expected: expected)
        error = JSONError(.invalidValue, at: position, expected: expected, found: error.found)
        return error
    }
}

/// The powers of ten that a `Double` holds exactly.
private nonisolated(unsafe) let powersOfTen: UnsafePointer<Double> = {
    let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ]
    let start = UnsafeMutablePointer<Double>.allocate(capacity: powers.count)
    unsafe start.initialize(from: powers, count: powers.count)
    return unsafe UnsafePointer(start)
}()
