import ApusByteText

#if canImport(FoundationEssentials)
import struct FoundationEssentials.Date
#else
import struct Foundation.Date
#endif

enum SystemTime {
    static func secondsSince1970() -> Double { Date().timeIntervalSince1970 }
}

/// The `Retry-After` field (RFC 9110, section 10.2.3): seconds, or an HTTP date.
enum RetryAfter {
    /// Returns the time to wait, or `nil` if the value is invalid. A date in the past means zero.
    static func delay(_ value: String, now: Double) -> Duration? {
        if value.utf8.allSatisfy(\.isASCIIDigit), let seconds = Int32(value) {
            return .seconds(seconds)
        }
        return HTTPDate.secondsSince1970(value).map { .seconds(max(0, Double($0) - now)) }
    }
}

/// The date formats of HTTP (RFC 9110, section 5.6.7): IMF-fixdate and the two obsolete ones.
enum HTTPDate {
    static func secondsSince1970(_ text: String) -> Int? {
        let words = text.split { " ,-:".contains($0) }
        guard words.count == 8 || words.count == 7 else { return nil }
        if words.count == 8, words[7] == "GMT" {
            // `Sun, 06 Nov 1994 08:49:37 GMT`, and `Sunday, 06-Nov-94 08:49:37 GMT`.
            guard var year = Int(words[3]) else { return nil }
            if words[3].count == 2 { year += year < 70 ? 2000 : 1900 }
            return seconds(year: year, month: words[2], day: words[1], time: words[4...6])
        }
        // `Sun Nov  6 08:49:37 1994`
        guard words.count == 7, let year = Int(words[6]) else { return nil }
        return seconds(year: year, month: words[1], day: words[2], time: words[3...5])
    }

    private static func seconds(
        year: Int, month: Substring, day: Substring, time: ArraySlice<Substring>
    ) -> Int? {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let numbers = time.compactMap { Int($0) }
        guard let month = months.firstIndex(of: String(month)), let day = Int(day), numbers.count == 3,
            (1970...9999).contains(year), (1...31).contains(day), (0...23).contains(numbers[0]),
            (0...59).contains(numbers[1]), (0...60).contains(numbers[2])
        else { return nil }
        return days(year: year, month: month + 1, day: day) * 86_400
            + numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
    }

    /// Returns the days since 1970-01-01 in the proleptic Gregorian calendar. Years are counted from March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let month = (month + 9) % 12
        return 365 * year + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day - 1 - 719_468
    }
}
