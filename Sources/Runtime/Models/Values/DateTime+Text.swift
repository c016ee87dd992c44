extension DateTime {
    /// Parses a `date-time` (RFC 3339). Returns `nil` if the text has another form or the day or second does not exist.
    public init?(_ text: String) {
        guard let value = unsafe withUTF8(of: text, { unsafe DateTime(utf8: $0) }) else { return nil }
        self = value
    }

    /// Parses a `date-time` (RFC 3339) from UTF-8. Returns `nil` if it has another form or the time does not exist.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        var scanner = unsafe ByteScanner(utf8)
        guard let day = CalendarDate(from: &scanner), scanner.skip(letter: UInt8(ascii: "t")),
            let time = TimeOfDay(from: &scanner), scanner.isAtEnd
        else { return nil }
        let days = Gregorian.days(year: day.year, month: day.month, day: day.day)
        self.init(
            seconds: Int64(days * 86_400 + time.secondOfDay - time.offsetMinutes * 60),
            nanoseconds: time.nanoseconds, offsetMinutes: time.offsetMinutes, zone: time.zone,
            isLeapSecond: time.isLeapSecond, fractionDigits: time.fractionDigits)
    }

    /// Appends the text as UTF-8.
    public func append(to bytes: inout [UInt8]) { bytes += DigitWriter.bytes(write) }

    func write(to bytes: inout DigitWriter) {
        let seconds = Int(secondsSince1970) + offsetMinutes * 60 - (isLeapSecond ? 1 : 0)
        let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
        let second = seconds - days * 86_400
        let day = Gregorian.date(days: days)
        bytes.append(day.year, digits: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(day.month, digits: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.append(day.day, digits: 2)
        bytes.append(UInt8(ascii: "T"))
        bytes.append(second / 3600, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(second / 60 % 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(second % 60 + (isLeapSecond ? 1 : 0), digits: 2)
        appendFraction(to: &bytes)
        appendZone(to: &bytes)
    }

    private func appendFraction(to bytes: inout DigitWriter) {
        guard fractionDigits > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        var dropped = 1
        for _ in fractionDigits..<9 { dropped *= 10 }
        bytes.append(Int(nanoseconds) / dropped, digits: fractionDigits)
    }

    private func appendZone(to bytes: inout DigitWriter) {
        guard zone != .utc else { return bytes.append(UInt8(ascii: "Z")) }
        bytes.append(offsetMinutes < 0 || zone == .unknown ? UInt8(ascii: "-") : UInt8(ascii: "+"))
        bytes.append(abs(offsetMinutes) / 60, digits: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.append(abs(offsetMinutes) % 60, digits: 2)
    }
}

extension DateTime: CustomStringConvertible {
    /// The point in time in the format of RFC 3339.
    public var description: String { DigitWriter.text(write) }
}
