import ApusByteText

/// Parses a duration of CEL: numbers with the units `h`, `m`, `s`, `ms`, `us` and `ns`.
func parseDuration(_ text: String) -> (seconds: Int64, nanoseconds: Int)? {
    var rest = Array(text.utf8)[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var total: Int64 = 0
    while !rest.isEmpty {
        guard let number = takeNumber(&rest), let unit = takeUnit(&rest) else { return nil }
        let whole = number.whole.multipliedReportingOverflow(by: unit)
        let fraction = number.fraction.multipliedReportingOverflow(by: unit)
        let sum = total.addingReportingOverflow(whole.partialValue)
        guard !whole.overflow, !fraction.overflow, !sum.overflow else { return nil }
        let all = sum.partialValue.addingReportingOverflow(fraction.partialValue / number.scale)
        guard !all.overflow else { return nil }
        total = all.partialValue
    }
    if isNegative { total = -total }
    return (total / 1_000_000_000, Int(total % 1_000_000_000))
}

private func takeNumber(_ rest: inout ArraySlice<UInt8>) -> (whole: Int64, fraction: Int64, scale: Int64)? {
    func digits() -> [UInt8] {
        let digits = rest.prefix(while: \.isASCIIDigit)
        rest = rest.dropFirst(digits.count)
        return Array(digits)
    }
    let whole = digits()
    var fraction: [UInt8] = []
    if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = digits()
    }
    guard !whole.isEmpty || !fraction.isEmpty, fraction.count <= 6 else { return nil }
    guard let value = Int64(String(decoding: [0x30] + whole, as: UTF8.self)) else { return nil }
    let scale = fraction.reduce(into: Int64(1)) { scale, _ in scale *= 10 }
    return (value, Int64(String(decoding: [0x30] + fraction, as: UTF8.self)) ?? 0, scale)
}

/// Takes a unit, and returns its nanoseconds.
private func takeUnit(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    let units: [(String, Int64)] = [
        ("ms", 1_000_000), ("us", 1000), ("ns", 1), ("h", 3_600_000_000_000), ("m", 60_000_000_000),
        ("s", 1_000_000_000),
    ]
    for (name, length) in units where rest.starts(with: name.utf8) {
        rest = rest.dropFirst(name.utf8.count)
        return length
    }
    return nil
}
