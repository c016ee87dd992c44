import ApusAPIModel

/// A lower or upper bound of a number, a length or a count.
struct Bound {
    struct Keywords {
        var keyword: String
        /// The keyword of the bound that does not include its value; empty if there is none.
        var exclusive: String
        var isUpper: Bool
    }

    static let keywords: [Keywords] = [
        Keywords(keyword: "minimum", exclusive: "exclusiveMinimum", isUpper: false),
        Keywords(keyword: "maximum", exclusive: "exclusiveMaximum", isUpper: true),
        Keywords(keyword: "minLength", exclusive: "", isUpper: false),
        Keywords(keyword: "maxLength", exclusive: "", isUpper: true),
        Keywords(keyword: "minItems", exclusive: "", isUpper: false),
        Keywords(keyword: "maxItems", exclusive: "", isUpper: true),
        Keywords(keyword: "minProperties", exclusive: "", isUpper: false),
        Keywords(keyword: "maxProperties", exclusive: "", isUpper: true),
        Keywords(keyword: "minContains", exclusive: "", isUpper: false),
        Keywords(keyword: "maxContains", exclusive: "", isUpper: true),
    ]

    var value: Double
    var isExclusive: Bool
    var isUpper: Bool
    /// The keyword and its operand.
    var text: String
    var origin: Origin

    /// Finds the tightest bound. A count of at least zero is none.
    init?(of keywords: Keywords, in constraints: Constraints) {
        var tightest: Bound?
        for assertion in constraints.assertions {
            let isExclusive = assertion.keyword == keywords.exclusive
            guard isExclusive || assertion.keyword == keywords.keyword, case .number(let digits) = assertion.operand,
                let value = Double(digits)
            else { continue }
            if value == 0, !keywords.isUpper, keywords.exclusive.isEmpty { continue }
            let bound = Bound(
                value: value, isExclusive: isExclusive, isUpper: keywords.isUpper,
                text: "`\(assertion.keyword): \(digits)`", origin: assertion.origin)
            if tightest.map(bound.isTighter) ?? true { tightest = bound }
        }
        guard let tightest else { return nil }
        self = tightest
    }

    private init(value: Double, isExclusive: Bool, isUpper: Bool, text: String, origin: Origin) {
        self.value = value
        self.isExclusive = isExclusive
        self.isUpper = isUpper
        self.text = text
        self.origin = origin
    }

    private func isTighter(than other: Bound) -> Bool {
        if value == other.value { return isExclusive && !other.isExclusive }
        return isUpper ? value < other.value : value > other.value
    }
}
