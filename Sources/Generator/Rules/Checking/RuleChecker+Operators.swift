import ApusAPIModel

extension RuleChecker {
    mutating func checkBinary(
        _ binary: RuleOperator, _ left: RuleSyntax, _ right: RuleSyntax, _ whole: RuleSyntax
    ) -> RuleExpression? {
        switch binary {
        case .or, .and:
            let a = check(left, as: .bool)
            let b = check(right, as: .bool)
            guard let a, let b else { return nil }
            return RuleExpression(.logic(binary == .or ? .or : .and, a, b), .bool)
        case .equal, .notEqual: return checkEquality(binary, left, right, whole)
        case .less, .atMost, .greater, .atLeast:
            guard let (a, b) = checkPair(left, right) else { return nil }
            guard a.type == b.type, a.type.isOrdered else { return mismatch(binary, a, b, whole) }
            let comparison: RuleExpression.Comparison = binary == .less || binary == .greater ? .less : .atMost
            let isSwapped = binary == .greater || binary == .atLeast
            return RuleExpression(.comparison(comparison, isSwapped ? b : a, isSwapped ? a : b), .bool)
        case .isIn: return checkMembership(left, right)
        case .plus, .minus, .times, .dividedBy, .remainder: return checkArithmetic(binary, left, right, whole)
        }
    }

    private mutating func mismatch(
        _ binary: RuleOperator, _ a: RuleExpression, _ b: RuleExpression, _ whole: RuleSyntax
    ) -> RuleExpression? {
        fail("`\(binary.rawValue)` cannot be used with \(a.type.phrase) and \(b.type.phrase)", whole.range)
    }

    private mutating func checkEquality(
        _ binary: RuleOperator, _ left: RuleSyntax, _ right: RuleSyntax, _ whole: RuleSyntax
    ) -> RuleExpression? {
        guard let (a, b) = checkPair(left, right) else { return nil }
        // `x == null` asks whether there is a value.
        if a.type == .null || b.type == .null {
            let has = RuleExpression(.has(a.type == .null ? b : a), .bool)
            return binary == .equal ? RuleExpression(.not(has), .bool) : has
        }
        guard a.type == b.type, a.type.isComparable else { return mismatch(binary, a, b, whole) }
        return RuleExpression(.comparison(binary == .equal ? .equal : .notEqual, a, b), .bool)
    }

    private mutating func checkMembership(_ left: RuleSyntax, _ right: RuleSyntax) -> RuleExpression? {
        let element = check(left)
        let container = check(right)
        guard var element, let container else { return nil }
        switch container.type {
        case .list(let type):
            if type == .double { element = element.type == .integer ? element.asDouble : element }
            guard type == element.type, type.isComparable else {
                return fail(
                    "each element of the list is \(type.phrase), but this is \(element.type.phrase)",
                    left.range)
            }
            return RuleExpression(.isElement(element, of: container), .bool)
        case .map:
            guard element.type == .string else {
                return fail("the keys of a map are strings, but this is \(element.type.phrase)", left.range)
            }
            return RuleExpression(.isKey(element, of: container), .bool)
        default: return fail("`in` needs a list or a map, but this is \(container.type.phrase)", right.range)
        }
    }

    private mutating func checkArithmetic(
        _ binary: RuleOperator, _ left: RuleSyntax, _ right: RuleSyntax, _ whole: RuleSyntax
    ) -> RuleExpression? {
        guard let (a, b) = checkPair(left, right) else { return nil }
        func result(_ operation: RuleExpression.Arithmetic, _ type: RuleType) -> RuleExpression {
            RuleExpression(.arithmetic(operation, a, b), type)
        }
        switch (binary, a.type, b.type) {
        case (.plus, .integer, .integer), (.plus, .double, .double), (.plus, .string, .string),
            (.plus, .duration, .duration), (.plus, .timestamp, .duration):
            return result(.sum, a.type)
        case (.plus, .duration, .timestamp): return RuleExpression(.arithmetic(.sum, b, a), .timestamp)
        case (.minus, .integer, .integer), (.minus, .double, .double), (.minus, .duration, .duration),
            (.minus, .timestamp, .duration):
            return result(.difference, a.type)
        case (.minus, .timestamp, .timestamp): return result(.difference, .duration)
        case (.times, .integer, .integer), (.times, .double, .double): return result(.product, a.type)
        case (.dividedBy, .integer, .integer), (.dividedBy, .double, .double): return result(.quotient, a.type)
        case (.remainder, .integer, .integer): return result(.remainder, .integer)
        default: return mismatch(binary, a, b, whole)
        }
    }
}
