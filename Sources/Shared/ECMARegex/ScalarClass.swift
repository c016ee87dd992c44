/// A set of code points: `[…]`, `.`, `\d` or a single character.
struct ScalarClass: Sendable {
    /// A property or its negation: `\p{L}` or `\P{L}`.
    struct PropertyTest: Sendable {
        let property: ScalarProperty
        let isNegated: Bool
    }

    private(set) var ranges: [ClosedRange<UInt32>] = []
    private(set) var properties: [PropertyTest] = []
    var isNegated = false
    /// The members below 128, one bit each.
    private var ascii: (low: UInt64, high: UInt64) = (0, 0)

    init() {}

    init(_ ranges: [ClosedRange<UInt32>], isNegated: Bool = false) {
        self.ranges = ranges
        self.isNegated = isNegated
        seal()
    }

    init(_ scalar: Unicode.Scalar) { self.init([scalar.value...scalar.value]) }

    mutating func insert(_ range: ClosedRange<UInt32>) { ranges.append(range) }

    mutating func insert(_ other: ScalarClass) {
        ranges += other.isNegated ? other.complement : other.ranges
        properties += other.properties.map {
            PropertyTest(property: $0.property, isNegated: $0.isNegated != other.isNegated)
        }
    }

    mutating func insert(_ property: ScalarProperty, isNegated: Bool) {
        properties.append(PropertyTest(property: property, isNegated: isNegated))
    }

    /// The code points outside all ranges, for classes without properties.
    private var complement: [ClosedRange<UInt32>] {
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10_FFFF { result.append(next...0x10_FFFF) }
        return result
    }

    /// Sorts and merges the ranges and computes the ASCII members. Call it after the last insertion.
    mutating func seal() {
        ranges.sort { $0.lowerBound < $1.lowerBound }
        var merged: [ClosedRange<UInt32>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound <= last.upperBound &+ 1 {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        ranges = merged
        ascii = (0, 0)
        for value in UInt32(0)..<128 where search(value) {
            if value < 64 { ascii.low |= 1 << UInt64(value) } else { ascii.high |= 1 << UInt64(value - 64) }
        }
    }

    func contains(_ value: UInt32) -> Bool {
        if value < 64 { return ascii.low >> UInt64(value) & 1 != 0 }
        if value < 128 { return ascii.high >> UInt64(value - 64) & 1 != 0 }
        return search(value)
    }

    private func search(_ value: UInt32) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
        }
        if low < ranges.count, ranges[low].lowerBound <= value { return !isNegated }
        guard !properties.isEmpty, let scalar = Unicode.Scalar(value) else { return isNegated }
        return properties.contains { $0.property.contains(scalar) != $0.isNegated } != isNegated
    }
}

extension ScalarClass {
    static let digits = ScalarClass([0x30...0x39])
    static let wordScalars = ScalarClass([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// WhiteSpace and LineTerminator (ECMA-262 §12.2 and §12.3).
    static let whitespace = ScalarClass([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// All code points that `.` matches: everything except LineTerminator.
    static let anyButLineEnd = ScalarClass([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isNegated: true)

    var negated: ScalarClass {
        var result = self
        result.isNegated.toggle()
        result.seal()
        return result
    }
}
