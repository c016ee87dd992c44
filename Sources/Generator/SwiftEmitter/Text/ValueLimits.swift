import ApusAPIModel

/// The default and the limits of a value in words, for documentation comments.
struct ValueLimits {
    /// Sentences, or `nil` if there is nothing to say.
    let text: String?

    init(_ use: TypeUse, default literal: JSONLiteral?, _ types: SwiftTypes) {
        var operands: [String: JSONLiteral] = [:]
        for assertion in types.resolvedUse(use).constraints.assertions
        where operands.updateValue(assertion.operand, forKey: assertion.keyword) != nil {
            // Several schemas limit the value. Only the numbers of one could be named.
            operands[assertion.keyword] = .null
        }
        func number(_ keyword: String) -> String? {
            guard case .number(let text)? = operands[keyword] else { return nil }
            return text
        }
        var sentences: [String?] = [literal.map { "Default: \(Markdown.code(forDefault: $0))." }]
        sentences.append(Self.range(number("minimum"), number("maximum"), ""))
        sentences.append(number("exclusiveMinimum").map { "Greater than \($0)." })
        sentences.append(number("exclusiveMaximum").map { "Less than \($0)." })
        sentences.append(number("multipleOf").map { "A multiple of \($0)." })
        sentences.append(Self.range(number("minLength"), number("maxLength"), "character"))
        sentences.append(Self.range(number("minItems"), number("maxItems"), "element"))
        if operands["uniqueItems"] == .bool(true) { sentences.append("The elements differ.") }
        sentences.append(Self.range(number("minProperties"), number("maxProperties"), "member"))
        if case .string(let pattern)? = operands["pattern"], pattern.utf8.count <= 80, !pattern.contains("`") {
            sentences.append("Matches `\(SwiftText.oneLine(pattern))`.")
        }
        let all = sentences.compactMap(\.self)
        text = all.isEmpty ? nil : all.joined(separator: " ")
    }

    /// - Parameter noun: The counted things in the singular, or nothing for a number.
    private static func range(_ minimum: String?, _ maximum: String?, _ noun: String) -> String? {
        func counted(_ number: String) -> String { noun.isEmpty ? "" : number == "1" ? " \(noun)" : " \(noun)s" }
        // A length is at least 0.
        let minimum = minimum == "0" && !noun.isEmpty ? nil : minimum
        switch (minimum, maximum) {
        case (nil, nil): return nil
        case (let minimum?, nil): return "At least \(minimum)\(counted(minimum))."
        case (nil, let maximum?): return "At most \(maximum)\(counted(maximum))."
        case (let minimum?, let maximum?):
            return minimum == maximum
                ? "Exactly \(minimum)\(counted(minimum))." : "\(minimum) to \(maximum)\(counted(maximum))."
        }
    }
}
