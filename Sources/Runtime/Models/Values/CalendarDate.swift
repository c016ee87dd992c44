import ApusByteText

/// A day of the Gregorian calendar in the years 0 to 9999, without a time (`full-date` in RFC 3339 §5.6).
///
/// ```swift
/// let day = CalendarDate("2026-02-28")
/// let none = CalendarDate(year: 2026, month: 2, day: 29)  // nil
/// ```
public struct CalendarDate: Hashable, Sendable {
    private let storedYear: Int16
    private let storedMonth: UInt8
    private let storedDay: UInt8

    public var year: Int { Int(storedYear) }
    /// The month, from 1 to 12.
    public var month: Int { Int(storedMonth) }
    /// The day of the month, from 1 to 31.
    public var day: Int { Int(storedDay) }

    /// Creates a date, or returns `nil` if the day does not exist.
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 0, year <= 9999, month >= 1, month <= 12, day >= 1,
            day <= Gregorian.dayCount(ofMonth: month, year: year)
        else {
            return nil
        }
        storedYear = Int16(year)
        storedMonth = UInt8(month)
        storedDay = UInt8(day)
    }

    /// Parses text such as `2026-02-28`. Returns `nil` if it has another form or the day does not exist.
    public init?(_ text: String) {
        guard let date = unsafe withUTF8(of: text, { unsafe CalendarDate(utf8: $0) }) else { return nil }
        self = date
    }

    /// Parses text such as `2026-02-28` from UTF-8. Returns `nil` if it has another form or the day does not exist.
    public init?(utf8: UnsafeBufferPointer<UInt8>) {
        var scanner = unsafe ByteScanner(utf8)
        guard let date = CalendarDate(from: &scanner), scanner.isAtEnd else { return nil }
        self = date
    }

    init?(from scanner: inout ByteScanner) {
        guard let year = scanner.digits(4), scanner.skip(ASCII.minus),
            let month = scanner.digits(2), scanner.skip(ASCII.minus),
            let day = scanner.digits(2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Appends the text as 10 bytes of UTF-8.
    public func append(to bytes: inout [UInt8]) { bytes += DigitWriter.bytes(write) }

    private func write(to bytes: inout DigitWriter) {
        bytes.append(year, digits: 4)
        bytes.append(ASCII.minus)
        bytes.append(month, digits: 2)
        bytes.append(ASCII.minus)
        bytes.append(day, digits: 2)
    }
}

extension CalendarDate: Comparable {
    public static func < (left: Self, right: Self) -> Bool {
        (left.storedYear, left.storedMonth, left.storedDay) < (right.storedYear, right.storedMonth, right.storedDay)
    }
}

extension CalendarDate: CustomStringConvertible {
    /// The date in the format of RFC 3339.
    public var description: String { DigitWriter.text(write) }
}
