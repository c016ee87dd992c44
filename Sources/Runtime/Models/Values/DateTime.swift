#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A point in time that remembers how it was written (`date-time` in RFC 3339 §5.6).
///
/// Reading a text and writing the value gives the same text. The value keeps the offset from UTC, the spelling of a
/// zero offset (`Z`, `+00:00`, or `-00:00`), and the number of fraction digits. Lower-case `t` and `z` are written in
/// upper case, and digits beyond the ninth are dropped. Two values are equal if they are the same point in time.
///
/// ```swift
/// let start = DateTime("2026-02-28T09:30:00.250+01:00")
/// let date = start?.date  // a Foundation `Date`
/// let now = DateTime.now
/// ```
public struct DateTime: Sendable {
    /// The spelling of the offset.
    enum Zone: UInt8 {
        /// `Z`
        case utc
        /// `+01:00`
        case numeric
        /// `-00:00`, an unknown offset of local time (RFC 3339 §4.3).
        case unknown
    }

    /// The whole seconds since 1970-01-01T00:00:00Z without leap seconds.
    ///
    /// As in POSIX, a leap second has the number of the second after it.
    public let secondsSince1970: Int64
    /// The nanoseconds, from 0 to 999 999 999.
    public let nanoseconds: UInt32
    private let offset: Int16
    /// The zone in two bits, the leap second in one, and the number of fraction digits in four.
    private let spelling: UInt8

    /// The offset of local time from UTC in minutes.
    public var offsetMinutes: Int { Int(offset) }
    /// The number of digits in the fraction of the second, from 0 to 9.
    public var fractionDigits: Int { Int(spelling >> 3) }
    /// Whether the second is 60.
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

    /// The first and last second with a four-digit year.
    private static let firstSecond = Double(Gregorian.days(year: 0, month: 1, day: 1) * 86_400)
    private static let lastSecond = Double(Gregorian.days(year: 9999, month: 12, day: 31) * 86_400 + 86_399)

    /// Creates a point in time in UTC, rounded to microseconds, with as many of 0, 3, or 6 fraction digits as needed.
    ///
    /// RFC 3339 can only write the years 0 to 9999. A date outside becomes the nearest one inside.
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

    /// The point in time as a `Date`, to the precision of `Date`.
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
        hasher.combine(secondsSince1970 &* 1_000_000_000 &+ Int64(nanoseconds))
    }
}
