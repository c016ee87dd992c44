#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A point in time (`date-time` of RFC 3339 §5.6) that keeps how it was written.
///
/// Reading a text and writing the value gives the same text: the offset from UTC, `Z` or `+00:00` or `-00:00`, and
/// the number of digits after the second's point are kept. Lower-case `t` and `z` are written in upper case, and
/// digits beyond the ninth are dropped. Two values are equal if they are the same point in time.
public struct DateTime: Sendable {
    /// How the offset is written.
    enum Zone: UInt8 {
        /// `Z`
        case utc
        /// `+01:00`
        case numeric
        /// `-00:00`: the local time's offset is not known (RFC 3339 §4.3).
        case unknown
    }

    /// Whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted. A leap second has the number of the
    /// second after it, as in POSIX.
    public let secondsSince1970: Int64
    /// 0 to 999 999 999.
    public let nanoseconds: UInt32
    private let offset: Int16
    /// Two bits for the zone, one for a leap second, four for the number of digits.
    private let spelling: UInt8

    /// The local time's offset from UTC in minutes.
    public var offsetMinutes: Int { Int(offset) }
    /// How many digits follow the second's point, 0 to 9.
    public var fractionDigits: Int { Int(spelling >> 3) }
    /// Whether it was written with a 61st second.
    public var isLeapSecond: Bool { spelling & 4 != 0 }
    var zone: Zone { Zone(rawValue: spelling & 3) ?? .utc }

    init(
        seconds: Int64, nanoseconds: UInt32, offsetMinutes: Int, zone: Zone, isLeapSecond: Bool = false,
        fractionDigits: Int
    ) {
        secondsSince1970 = seconds
        self.nanoseconds = nanoseconds
        offset = Int16(offsetMinutes)
        spelling = zone.rawValue | (isLeapSecond ? 4 : 0) | UInt8(fractionDigits) << 3
    }

    /// The first and the last second whose text has a year of four digits.
    private static let firstSecond = Double(Gregorian.days(year: 0, month: 1, day: 1) * 86_400)
    private static let lastSecond = Double(Gregorian.days(year: 9999, month: 12, day: 31) * 86_400 + 86_399)

    /// A point in time in UTC, to the microsecond, written with as many digits as it needs of 0, 3 and 6.
    ///
    /// A date outside the years 0 to 9999, which RFC 3339 cannot write, becomes the nearest one inside.
    public init(_ date: Date) {
        let seconds = min(max(date.timeIntervalSince1970, Self.firstSecond), Self.lastSecond)
        var whole = seconds.rounded(.down)
        var microseconds = UInt32(((seconds - whole) * 1_000_000).rounded())
        if microseconds == 1_000_000 {
            whole += 1
            microseconds = 0
        }
        self.init(
            seconds: Int64(whole), nanoseconds: microseconds * 1000, offsetMinutes: 0, zone: .utc,
            fractionDigits: microseconds == 0 ? 0 : microseconds % 1000 == 0 ? 3 : 6)
    }

    /// The current time in UTC.
    public static var now: DateTime { DateTime(Date()) }

    /// The same point in time, as exactly as `Date` can hold it.
    public var date: Date {
        Date(timeIntervalSince1970: Double(secondsSince1970) + Double(nanoseconds) / 1_000_000_000)
    }
}

extension DateTime: Comparable, Hashable {
    public static func == (left: Self, right: Self) -> Bool {
        left.secondsSince1970 == right.secondsSince1970 && left.nanoseconds == right.nanoseconds
    }

    public static func < (left: Self, right: Self) -> Bool {
        (left.secondsSince1970, left.nanoseconds) < (right.secondsSince1970, right.nanoseconds)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(secondsSince1970)
        hasher.combine(nanoseconds)
    }
}
