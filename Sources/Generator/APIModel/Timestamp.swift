import ApusByteText

/// Reads a timestamp (RFC 3339), or returns `nil` if the text is not a timestamp.
public func parseTimestamp(_ text: String) -> (seconds: Int64, nanoseconds: Int)? {
    var rest = Array(text.utf8)[...]
    func number(_ count: Int, _ range: ClosedRange<Int>) -> Int? {
        guard rest.count >= count, rest.prefix(count).allSatisfy(\.isASCIIDigit) else { return nil }
        let value = rest.prefix(count).reduce(0) { $0 * 10 + Int($1 - 0x30) }
        rest = rest.dropFirst(count)
        return range ~= value ? value : nil
    }
    func skip(_ letters: String) -> Bool {
        guard let first = rest.first, letters.utf8.contains(first) else { return false }
        rest.removeFirst()
        return true
    }
    guard let year = number(4, 0...9999), skip("-"), let month = number(2, 1...12), skip("-"),
        let day = number(2, 1...daysInMonth(month, year)), skip("Tt"), let hour = number(2, 0...23), skip(":"),
        let minute = number(2, 0...59), skip(":"), let second = number(2, 0...59)
    else { return nil }
    var nanoseconds = 0
    if skip(".") {
        let digits = rest.prefix(while: \.isASCIIDigit)
        guard 1...9 ~= digits.count else { return nil }
        rest = rest.dropFirst(digits.count)
        nanoseconds = (Array(digits) + Array(repeating: 0x30, count: 9 - digits.count)).reduce(0) {
            $0 * 10 + Int($1 - 0x30)
        }
    }
    var offset = 0
    if !skip("Zz") {
        let isWest = rest.first == UInt8(ascii: "-")
        guard skip("+-"), let hours = number(2, 0...23), skip(":"), let minutes = number(2, 0...59) else { return nil }
        offset = (hours * 60 + minutes) * (isWest ? -60 : 60)
    }
    guard rest.isEmpty else { return nil }
    let seconds = ((daysSince1970(year, month, day) * 24 + hour) * 60 + minute) * 60 + second - offset
    return (Int64(seconds), nanoseconds)
}

private func daysInMonth(_ month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}

/// The days since 1970-01-01 in the Gregorian calendar, computed with years that begin in March.
private func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}
