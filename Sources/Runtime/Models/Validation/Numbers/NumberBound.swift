/// A bound of a number, compared exactly.
struct NumberBound: Sendable {
    /// The bound as written in JSON.
    let text: String
    private let integer: Int64?
    /// The bound, if a `Double` holds it exactly.
    private let double: Double?
    private let exact: ScannedNumber

    /// Returns `nil` if the value is not a number.
    init?(_ value: JSONValue) {
        guard let (text, exact) = value.spelledNumber else { return nil }
        self.text = text
        self.exact = exact
        integer = value.integer.map(Int64.init)
        switch value {
        case .integer(let value): double = value.magnitude < 1 << 53 ? Double(value) : nil
        case .number(let value): double = value
        default: double = nil
        }
    }

    /// Compares a number with the bound. The result is negative, zero, or positive.
    func compare(_ number: Number) -> Int {
        switch number {
        case .integer(let value):
            if let integer { return value < integer ? -1 : value == integer ? 0 : 1 }
            if let double, value.magnitude < 1 << 53 { return order(Double(value), double) }
        case .double(let value):
            if let double { return order(value, double) }
            // Infinity is beyond all numbers. NaN, which JSON does not have, counts as too small.
            if !value.isFinite { return value > 0 ? 1 : -1 }
        case .exact: break
        }
        return number.exact.compare(exact)
    }

    private func order(_ left: Double, _ right: Double) -> Int { left > right ? 1 : left == right ? 0 : -1 }
}

/// A number in a validated value.
enum Number {
    case integer(Int64)
    case double(Double)
    case exact(ScannedNumber)

    /// Whether the number has no fraction, as `1.0` has none (JSON Schema §6.1.1).
    var isInteger: Bool {
        switch self {
        case .integer: true
        case .double(let value): value.rounded(.towardZero) == value && value.isFinite
        case .exact(let value): value.exponent >= 0
        }
    }

    var exact: ScannedNumber {
        switch self {
        case .integer(let value): ScannedNumber(value.magnitude, isNegative: value < 0)
        case .double(let value): JSONDecimal("\(value)")?.scanned ?? ScannedNumber(0, isNegative: false)
        case .exact(let value): value
        }
    }
}

extension JSONValue {
    /// The text and exact value of a number, or `nil` for other values.
    fileprivate var spelledNumber: (text: String, exact: ScannedNumber)? {
        switch self {
        case .integer(let value): ("\(value)", Number.integer(value).exact)
        case .number(let value):
            (
                value == value.rounded() && value.magnitude < 1e15 ? "\(Int64(value))" : "\(value)",
                Number.double(value).exact
            )
        case .decimal(let value): value.scanned.map { (value.text, $0) }
        default: nil
        }
    }
}
