/// A JSON value with the equality of JSON Schema (§4.2.2).
///
/// Numbers are equal by value, strings by code points, and objects independent of the order of members.
struct JSONIdentity: Hashable, Sendable {
    private indirect enum Form: Hashable, Sendable {
        case null
        case bool(Bool)
        case integer(Int64)
        case number(ScannedNumber)
        case string([UInt8])
        case array([Form])
        case object([[UInt8]: Form])

        init(_ value: JSONValue) {
            switch value {
            case .null: self = .null
            case .bool(let value): self = .bool(value)
            case .integer(let value): self = .integer(value)
            case .number(let value): self = Form(.double(value))
            case .decimal(let value): self = Form(value.number)
            case .string(let value): self = .string(Array(value.utf8))
            case .array(let value): self = .array(value.map(Form.init))
            case .object(let value):
                self = .object(Dictionary(value.map { (Array($0.name.utf8), Form($0.value)) }) { $1 })
            }
        }

        /// Gives 64-bit integers one form, however they are written.
        init(_ number: Number) {
            if case .integer(let value) = number {
                self = .integer(value)
            } else if case .double(let value) = number, let integer = Int64(exactly: value) {
                self = .integer(integer)
            } else {
                let exact = number.exact
                self = exact.int64.map { .integer($0) } ?? .number(exact)
            }
        }
    }

    private let form: Form

    init(_ value: JSONValue) { form = Form(value) }
}

extension ScannedNumber {
    /// The number as a 64-bit integer, or `nil` if it is not one.
    var int64: Int64? {
        guard exponent >= 0, significantDigits.count + exponent <= 19 else { return nil }
        var magnitude: UInt64 = 0
        for digit in significantDigits { magnitude = magnitude * 10 + UInt64(digit) }
        for _ in 0..<exponent { magnitude *= 10 }
        if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
        return Int64(exactly: magnitude)
    }
}
