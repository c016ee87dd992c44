extension Evaluator {
    mutating func checkNumber(
        _ schema: Schema, _ rules: NumberRules, _ number: Number, _ view: InstanceView
    ) -> Bool {
        var isValid = true
        if let bound = rules.minimum, bound.compare(number) < 0 {
            isValid = fail(schema, "minimum", view, "must be at least \(bound.text)")
        }
        if let bound = rules.exclusiveMinimum, bound.compare(number) <= 0 {
            isValid = fail(schema, "exclusiveMinimum", view, "must be greater than \(bound.text)")
        }
        if let bound = rules.maximum, bound.compare(number) > 0 {
            isValid = fail(schema, "maximum", view, "must be at most \(bound.text)")
        }
        if let bound = rules.exclusiveMaximum, bound.compare(number) >= 0 {
            isValid = fail(schema, "exclusiveMaximum", view, "must be less than \(bound.text)")
        }
        if let divisor = rules.multipleOf, !divisor.divides(number) {
            isValid = fail(schema, "multipleOf", view, "must be a multiple of \(divisor.text)")
        }
        return isValid
    }

    mutating func checkString(
        _ schema: Schema, _ rules: StringRules, _ text: String, _ view: InstanceView
    ) -> Bool {
        var isValid = true
        // A code point has one to four bytes of UTF-8, so that most strings need no counting.
        let byteCount = text.utf8.count
        if let minimum = rules.minLength, byteCount < minimum * 4 || minimum > .max / 4 {
            let count = byteCount < minimum ? nil : text.unicodeScalars.count
            if count.map({ $0 < minimum }) ?? true {
                isValid = fail(
                    schema, "minLength", view,
                    "must have at least \(counted(minimum, "character")), has \(text.unicodeScalars.count)")
            }
        }
        if let maximum = rules.maxLength, byteCount > maximum {
            let count = text.unicodeScalars.count
            if count > maximum {
                isValid = fail(
                    schema, "maxLength", view, "must have at most \(counted(maximum, "character")), has \(count)")
            }
        }
        if let pattern = rules.pattern {
            switch pattern.match(in: text) {
            case .match: break
            case .noMatch: isValid = fail(schema, "pattern", view, "must match the pattern \(pattern.text)")
            case .stepLimit:
                isValid = fail(
                    schema, "pattern", view, "takes too long to match against the pattern \(pattern.text)")
            }
        }
        if let format = rules.format, options.assertsFormats, !format.accepts(text) {
            isValid = fail(schema, "format", view, "must be \(format.phrase)")
        }
        return isValid
    }
}

/// Returns a number with its noun, such as `1 character` or `2 characters`.
package func counted(_ count: Int, _ noun: String) -> String { count == 1 ? "1 \(noun)" : "\(count) \(noun)s" }
