import ApusModels
import HTTPTypes

extension RetryAfter {
    /// Returns the time to wait for the next request: from `Retry-After`, or else from the field of a rate limit if the
    /// status is 429 or 503.
    static func delay(in headers: HTTPFields, status: Int, now: Double) -> Duration? {
        if let text = headers["retry-after-ms"], let milliseconds = Double(text), milliseconds >= 0 {
            return .milliseconds(min(milliseconds, 1e12))
        }
        if let text = headers[.retryAfter], let delay = delay(text, now: now) { return delay }
        guard status == 429 || status == 503 else { return nil }
        let names = [
            "ratelimit-reset", "x-ratelimit-reset-after", "x-ratelimit-reset", "x-rate-limit-reset",
            "x-ratelimit-reset-requests",
        ]
        if let delay = names.lazy.compactMap({ headers[$0].flatMap { RateLimit.delay($0, now: now) } }).first {
            return delay
        }
        return headers["ratelimit"].flatMap { RateLimit.delay(policy: $0) }
    }
}

extension HTTPFields {
    fileprivate subscript(name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }
}

/// The time until a rate limit is reset. No standard defines the field `X-RateLimit-Reset`, so the value itself must
/// show its form.
enum RateLimit {
    /// Returns the time to wait, or `nil` if the value is invalid. A time in the past means zero.
    ///
    /// The forms are seconds from now (`30`, `0.5`), a time of day in seconds or milliseconds since 1970, a duration
    /// (`1m30s`, `250ms`), an HTTP date and an RFC 3339 timestamp.
    static func delay(_ text: String, now: Double) -> Duration? {
        if let time = HTTPDate.secondsSince1970(text) { return .seconds(max(0, Double(time) - now)) }
        let text = String(text.split(separator: ",").first ?? "").trimmingSpaces
        if let number = Double(text) {
            guard number >= 0, number < 1e15 else { return nil }
            // A window of more than ten years is a time of day.
            if number < 3e8 { return .seconds(number) }
            let time = number < 1e11 ? number : number / 1000
            return .seconds(max(0, time - now))
        }
        if let seconds = seconds(ofDuration: text) { return .seconds(seconds) }
        if let time = DateTime(text)?.date.timeIntervalSince1970 { return .seconds(max(0, time - now)) }
        return nil
    }

    /// Returns the longest time in a `RateLimit` field whose quota is used up, such as `"burst";r=0;t=30`.
    static func delay(policy text: String) -> Duration? {
        var longest: Int?
        for policy in text.split(separator: ",") {
            let parameters = policy.split(separator: ";").map { String($0).trimmingSpaces }
            func value(_ name: String) -> Int? {
                parameters.first { $0.hasPrefix(name + "=") }.flatMap { Int($0.dropFirst(name.utf8.count + 1)) }
            }
            guard value("r") ?? value("remaining") ?? 0 == 0, let time = value("t") ?? value("reset"), time >= 0
            else { continue }
            longest = max(longest ?? 0, min(time, 1 << 32))
        }
        return longest.map { .seconds($0) }
    }

    /// Returns the seconds of a duration such as `1h2m3.5s`.
    private static func seconds(ofDuration text: String) -> Double? {
        var total = 0.0
        var rest = text[...]
        while !rest.isEmpty {
            let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { $0.isLetter }
            rest = rest.dropFirst(unit.count)
            guard let number = Double(digits) else { return nil }
            switch unit {
            case "d": total += number * 86_400
            case "h": total += number * 3_600
            case "m": total += number * 60
            case "s": total += number
            case "ms": total += number / 1_000
            default: return nil
            }
        }
        return text.isEmpty || total > 1e9 ? nil : total
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var text = drop { $0 == " " || $0 == "\t" }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
