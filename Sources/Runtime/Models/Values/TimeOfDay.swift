import ApusByteText

/// A time with an offset (`full-time` in RFC 3339 §5.6).
struct TimeOfDay {
    /// The second of the day in local time, 86 400 for a leap second at midnight.
    let secondOfDay: Int
    let nanoseconds: UInt32
    let fractionDigits: Int
    let offsetMinutes: Int
    let zone: DateTime.Zone
    let isLeapSecond: Bool

    init?(from scanner: inout ByteScanner) {
        guard let hour = scanner.digits(2), hour < 24, scanner.skip(ASCII.colon),
            let minute = scanner.digits(2), minute < 60, scanner.skip(ASCII.colon),
            let second = scanner.digits(2), second <= 60
        else { return nil }
        var fraction: UInt32 = 0
        var digitCount = 0
        if scanner.skip(ASCII.point) {
            while let byte = scanner.next, byte &- ASCII.zero <= 9 {
                if digitCount < 9 { fraction = fraction &* 10 &+ UInt32(truncatingIfNeeded: byte &- ASCII.zero) }
                digitCount &+= 1
                scanner.position &+= 1
            }
            guard digitCount > 0 else { return nil }
        }
        fractionDigits = min(digitCount, 9)
        while digitCount < 9 {
            fraction &*= 10
            digitCount &+= 1
        }
        nanoseconds = fraction
        guard let (zone, offset) = Self.zone(from: &scanner) else { return nil }
        self.zone = zone
        offsetMinutes = offset
        isLeapSecond = second == 60
        // A leap second is the last second of a day in UTC (RFC 3339 §5.7).
        if isLeapSecond, (hour * 60 + minute - offset + 1440) % 1440 != 1439 { return nil }
        secondOfDay = hour * 3600 + minute * 60 + second
    }

    private static func zone(from scanner: inout ByteScanner) -> (DateTime.Zone, Int)? {
        if scanner.skip(letter: UInt8(ascii: "z")) { return (.utc, 0) }
        let isNegative = scanner.next == ASCII.minus
        guard isNegative || scanner.next == ASCII.plus else { return nil }
        scanner.position += 1
        guard let hours = scanner.digits(2), hours < 24, scanner.skip(ASCII.colon),
            let minutes = scanner.digits(2), minutes < 60
        else { return nil }
        let offset = hours * 60 + minutes
        if isNegative, offset == 0 { return (.unknown, 0) }
        return (.numeric, isNegative ? -offset : offset)
    }
}
