extension ScannedNumber {
    init(_ magnitude: UInt64, isNegative: Bool) {
        self.init(isNegative: isNegative, digits: String(magnitude).utf8.map { $0 - UInt8(ascii: "0") }, exponent: 0)
    }

    /// Compares two numbers. The result is negative, zero, or positive.
    func compare(_ other: ScannedNumber) -> Int {
        if self == other { return 0 }
        if sign != other.sign { return sign < other.sign ? -1 : 1 }
        // Compare the power of ten of the first digit, and then the digits.
        let magnitude = significantDigits.count + exponent
        let otherMagnitude = other.significantDigits.count + other.exponent
        let isLess =
            magnitude != otherMagnitude
            ? magnitude < otherMagnitude
            : significantDigits.lexicographicallyPrecedes(other.significantDigits)
        return isLess != isNegative ? -1 : 1
    }

    private var sign: Int { significantDigits.isEmpty ? 0 : isNegative ? -1 : 1 }
}

/// The value of `multipleOf`.
struct Divisor: Sendable {
    let text: String
    /// The divisor is `digits × 10^exponent`, where `digits` is below 10^18.
    private let digits: UInt64
    private let exponent: Int

    /// Returns `nil` if the value is not a positive number of at most 18 significant digits.
    init?(_ value: JSONValue) {
        guard let bound = NumberBound(value) else { return nil }
        let exact: ScannedNumber
        switch value {
        case .integer(let value): exact = Number.integer(value).exact
        case .number(let value): exact = Number.double(value).exact
        case .decimal(let value):
            guard let scanned = value.scanned else { return nil }
            exact = scanned
        default: return nil
        }
        guard !exact.isNegative, (1...18).contains(exact.significantDigits.count) else { return nil }
        text = bound.text
        digits = exact.significantDigits.reduce(0) { $0 * 10 + UInt64($1) }
        exponent = exact.exponent
    }

    /// Returns whether a number is an exact multiple, in time logarithmic in the number's exponent.
    func divides(_ number: Number) -> Bool {
        if case .integer(let value) = number, exponent >= 0, exponent < 18 {
            let (product, overflow) = digits.multipliedReportingOverflow(by: Self.powerOfTen(exponent))
            if !overflow { return value.magnitude % product == 0 }
        }
        if case .double(let value) = number, !value.isFinite { return false }
        let exact = number.exact
        if exact.significantDigits.isEmpty { return true }
        // The last digit is not 0, so that the number is not a multiple of a power of ten above its own.
        if exact.exponent < exponent { return false }
        var remainder: UInt64 = 0
        for digit in exact.significantDigits {
            remainder = (multiply(remainder, 10) + UInt64(digit) % digits) % digits
        }
        var factor: UInt64 = 10 % digits
        var power = exact.exponent - exponent
        while power > 0, remainder != 0 {
            if power & 1 == 1 { remainder = multiply(remainder, factor) }
            factor = multiply(factor, factor)
            power >>= 1
        }
        return remainder == 0
    }

    /// Returns `left × right` modulo `digits`.
    private func multiply(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = (left % digits).multipliedFullWidth(by: right % digits)
        return digits.dividingFullWidth(product).remainder
    }

    private static func powerOfTen(_ exponent: Int) -> UInt64 {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
