import ApusByteText

/// A day of the Gregorian calendar without a time (`full-date` of RFC 3339 §5.6), in the years 0 to 9999.
public struct CalendarDate: Hashable, Sendable {
    private let storedYear: Int16
    private let storedMonth: UInt8
    private let storedDay: UInt8

    public var year: Int { Int(storedYear) }
    /// 1 to 12.
    public var month: Int { Int(storedMonth) }
    /// 1 to 31.
    public var day: Int { Int(storedDay) }

    /// Nil if there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard year >= 0, year <= 9999, month >= 1, month <= 12, day >= 1, day <= Gregorian.dayCount(ofMonth: month, year: year) else {
            return nil
        }
        storedYear = Int16(year)
        storedMonth = UInt8(month)
        storedDay = UInt8(day)
    }

    /// Reads `2026-02-28`. Nil if the text is anything else, or there is no such day.
    public init?(_ text: String) {
        guard let date = unsafe withUTF8(of: text, { unsafe CalendarDate(utf8: $0) }) else { return nil }
        self = date
    }

    /// Reads the UTF-8 of `2026-02-28`. Nil if the text is anything else, or there is no such day.
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

    /// Appends the text's UTF-8, always 10 bytes.
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
    /// The date as RFC 3339 writes it.
    public var description: String { DigitWriter.text(write) }
}
