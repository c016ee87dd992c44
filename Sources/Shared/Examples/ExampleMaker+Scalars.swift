import ApusECMARegex
import ApusModels

extension ExampleMaker {
    private static let words = [
        "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "juniper", "lagoon", "maple",
    ]

    mutating func word() -> String { Self.words[random.index(Self.words.count)] }

    // MARK: Strings

    mutating func string(_ merged: MergedSchema) -> String? {
        let minimum = merged.count("minLength") ?? 0
        let maximum = merged.count("maxLength") ?? .max
        if maximum < minimum { return nil }
        if let pattern = merged.patterns.first { return matching(pattern, merged.patterns, minimum, maximum) }
        if let format = merged["format"]?.string, let text = text(of: format) {
            let count = text.unicodeScalars.count
            if count >= minimum, count <= maximum { return text }
        }
        return fitted(phrase(), minimum, maximum)
    }

    /// Returns one word, or up to three if values are random.
    private mutating func phrase() -> String {
        guard style.members == .random else { return word() }
        return (0...random.index(3)).map { _ in word() }.joined(separator: " ")
    }

    /// Repeats or cuts a text.
    private mutating func fitted(_ text: String, _ minimum: Int, _ maximum: Int) -> String {
        var text = text
        // A text of more characters helps nobody. The check of the value tells if it is too short.
        while text.utf8.count < min(minimum, 1 << 20) { text += "-" + word() }
        return String(text.prefix(maximum == .max ? max(minimum, text.count) : min(maximum, max(minimum, text.count))))
    }

    private mutating func matching(
        _ pattern: String, _ all: [String], _ minimum: Int, _ maximum: Int
    ) -> String? {
        let compiled = all.compactMap { try? ECMAPattern($0) }
        var candidates: [String] = [fitted(word(), minimum, maximum)]
        for _ in 0..<40 {
            if let text = ECMAPattern.sample(of: pattern, using: &random) { candidates.append(text) }
        }
        candidates += ["1", "a", "A", "abc", "2026-01-31", "1.0", "/", "#a1b2c3", "12345678"]
        func isMatch(_ text: String) -> Bool {
            compiled.allSatisfy { $0.match(in: text) == .match }
        }
        let fitting = candidates.first {
            (minimum...maximum).contains($0.unicodeScalars.count) && isMatch($0)
        }
        if let fitting { return fitting }
        // A repeated last character often makes a text long enough.
        for text in candidates where isMatch(text) && text.count < minimum {
            guard let last = text.last else { continue }
            let longer = text + String(repeating: last, count: min(minimum, 1 << 20) - text.count)
            if isMatch(longer) { return longer }
        }
        return candidates.first(where: isMatch)
    }

    /// The formats of which texts are made.
    package static let formats = [
        "date-time", "date", "time", "duration", "uuid", "email", "hostname", "uri", "uri-reference", "uri-template",
        "ipv4", "ipv6", "json-pointer", "relative-json-pointer", "regex", "byte",
    ]

    private mutating func text(of format: String) -> String? {
        switch format {
        case "date-time": "\(date())T\(two(24)):\(two(60)):\(two(60))Z"
        case "date": date()
        case "time": "\(two(24)):\(two(60)):\(two(60))Z"
        case "duration": "PT\(1 + random.index(59))M"
        case "uuid": random.uuid()
        case "email", "idn-email": "\(word())@example.com"
        case "hostname", "idn-hostname": "\(word()).example.com"
        case "uri", "url", "iri": "https://example.com/\(word())"
        case "uri-reference", "iri-reference": "/\(word())"
        case "uri-template": "/\(word())/{id}"
        case "ipv4": "192.0.2.\(1 + random.index(254))"
        case "ipv6": "2001:db8::\(String(1 + random.index(0xFFFE), radix: 16))"
        case "json-pointer": "/\(word())"
        case "relative-json-pointer": "0/\(word())"
        case "regex": "^[a-z]+$"
        case "byte": "YXB1cw=="
        default: nil
        }
    }

    private mutating func two(_ count: Int) -> String {
        let number = random.index(count)
        return number < 10 ? "0\(number)" : "\(number)"
    }

    private mutating func date() -> String {
        let (month, day) = (1 + random.index(12), 1 + random.index(28))
        return "2026-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    // MARK: Numbers

    mutating func number(_ merged: MergedSchema, isInteger: Bool) -> JSONValue? {
        let inclusive = (merged.number("minimum"), merged.number("maximum"))
        let exclusive = (merged.number("exclusiveMinimum"), merged.number("exclusiveMaximum"))
        let step = merged.number("multipleOf") ?? (isInteger ? 1 : nil)
        // Numbers from 2⁵³ on are not exact.
        let limit = 0x1p53
        var lower = max(inclusive.0 ?? -.infinity, exclusive.0 ?? -.infinity)
        var upper = min(inclusive.1 ?? .infinity, exclusive.1 ?? .infinity)
        guard lower <= upper else { return nil }
        // Small numbers are easier to read. Random ones may be zero and below.
        let span = 100 * max(1, step ?? 1)
        if lower < -1000, upper > 1000 {
            lower = style.members == .random && random.index(4) == 0 ? -50 : span > 100 ? 0 : 1
            upper = min(upper, lower + span)
        }
        if lower == -.infinity { lower = min(1, upper - span) }
        if upper == .infinity { upper = lower + span }
        (lower, upper) = (max(lower, -limit), min(upper, limit))
        if let step, step > 0 {
            let unit = isInteger ? Self.leastInteger(multipleOf: step) : step
            var first = (lower / unit).rounded(.up)
            var last = (upper / unit).rounded(.down)
            if let bound = exclusive.0, first * unit <= bound { first += 1 }
            if let bound = exclusive.1, last * unit >= bound { last -= 1 }
            guard first <= last else { return nil }
            let count = Int(min(last - first, limit)) + 1
            return Self.json((first + Double(random.index(count))) * unit, isInteger: isInteger)
        }
        // Two decimal places, if they fit.
        let value = lower + (upper - lower) * (Double(random.index(9999)) + 1) / 10_000
        let rounded = (value * 100).rounded() / 100
        return Self.json(rounded > lower && rounded < upper ? rounded : value, isInteger: false)
    }

    /// Returns the least integer that is a multiple of a decimal number, such as 1 for 0.25.
    private static func leastInteger(multipleOf step: Double) -> Double {
        var power = 1.0
        while power < 1e15, abs(step * power - (step * power).rounded()) > step * power * 1e-12 { power *= 10 }
        let digits = (step * power).rounded()
        var (divisor, rest) = (power, digits)
        while rest != 0 { (divisor, rest) = (rest, divisor.truncatingRemainder(dividingBy: rest)) }
        return digits / divisor
    }

    private static func json(_ value: Double, isInteger: Bool) -> JSONValue {
        if let integer = Int64(exactly: value) { return .integer(integer) }
        // A multiple such as 0.1 × 3 has the digits that are meant, rather than 0.30000000000000004.
        let rounded = (value * 1e6).rounded() / 1e6
        return .number(rounded)
    }
}
