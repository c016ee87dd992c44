import ApusAPIModel
import ApusDiagnostics

extension RuleChecker {
    private static let functions = ["has", "size", "timestamp", "duration", "double"]
    private static let methods = ["size", "startsWith", "endsWith", "contains", "matches", "all", "exists"]

    mutating func checkCall(
        _ base: RuleSyntax?, _ function: String, _ arguments: [RuleSyntax], _ whole: RuleSyntax
    ) -> RuleExpression? {
        switch (base, function) {
        case (nil, "has"): return checkHas(arguments, whole)
        case (nil, "size") where arguments.count == 1: return checkSize(arguments[0])
        case (let base?, "size") where arguments.isEmpty: return checkSize(base)
        case (nil, "timestamp"), (nil, "duration"): return checkTime(function, arguments, whole)
        case (nil, "double") where arguments.count == 1: return check(arguments[0], as: .double)
        case (let base?, "startsWith"), (let base?, "endsWith"), (let base?, "contains"):
            guard arguments.count == 1, let test = RuleExpression.StringTest(rawValue: function) else { break }
            let text = check(base, as: .string)
            let part = check(arguments[0], as: .string)
            guard let text, let part else { return nil }
            return RuleExpression(.stringTest(test, text, part), .bool)
        case (let base?, "matches") where arguments.count == 1: return checkMatches(base, arguments[0])
        case (let base?, "all"), (let base?, "exists"):
            guard arguments.count == 2, let quantifier = RuleExpression.Quantifier(rawValue: function) else { break }
            return checkQuantifier(quantifier, base, arguments[0], arguments[1])
        default: break
        }
        let known = base == nil ? Self.functions : Self.methods
        if known.contains(function) {
            return fail("wrong number of arguments for `\(function)`", whole.range)
        }
        let isOfOtherKind = (base == nil ? Self.methods : Self.functions).contains(function)
        return fail(
            "there is no function `\(function)`", whole.nameRange,
            help: isOfOtherKind
                ? (base == nil ? "write `value.\(function)(…)`" : "write `\(function)(…)`")
                : suggestion(for: function, among: known))
    }

    private mutating func checkHas(_ arguments: [RuleSyntax], _ whole: RuleSyntax) -> RuleExpression? {
        guard arguments.count == 1 else { return fail("`has` takes one member", whole.range) }
        switch arguments[0].kind {
        case .name, .member, .index: break
        default: return fail("`has` takes a member", arguments[0].range)
        }
        guard let member = check(arguments[0]) else { return nil }
        return RuleExpression(.has(member), .bool)
    }

    private mutating func checkSize(_ argument: RuleSyntax) -> RuleExpression? {
        guard let value = check(argument) else { return nil }
        switch value.type {
        case .string, .list, .map: return RuleExpression(.size(value), .integer)
        default: return fail("`size` needs a string, a list or a map, but this is \(value.type.phrase)", argument.range)
        }
    }

    private mutating func checkTime(
        _ function: String, _ arguments: [RuleSyntax], _ whole: RuleSyntax
    ) -> RuleExpression? {
        guard arguments.count == 1, case .literal(.string(let text)) = arguments[0].kind else {
            return fail("`\(function)` takes a string literal", whole.range)
        }
        if function == "duration" {
            guard let (seconds, nanoseconds) = parseDuration(text) else {
                return fail(
                    "this is not a duration", arguments[0].range,
                    help: "write a duration such as `1h30m`, `2.5s` or `100ms`")
            }
            return RuleExpression(.duration(seconds: seconds, nanoseconds: nanoseconds), .duration)
        }
        guard let (seconds, nanoseconds) = parseTimestamp(text) else {
            return fail(
                "this is not a timestamp", arguments[0].range, help: "write a timestamp such as `2026-01-31T12:00:00Z`")
        }
        return RuleExpression(.timestamp(seconds: seconds, nanoseconds: nanoseconds), .timestamp)
    }

    private mutating func checkMatches(_ base: RuleSyntax, _ argument: RuleSyntax) -> RuleExpression? {
        let text = check(base, as: .string)
        guard case .literal(.string(let pattern)) = argument.kind else {
            return fail("`matches` takes a string literal", argument.range)
        }
        if let reason = self.pattern(pattern) {
            return fail("this is not a regular expression of ECMA-262: \(reason)", argument.range)
        }
        return text.map { RuleExpression(.matches($0, pattern: pattern), .bool) }
    }

    private mutating func checkQuantifier(
        _ quantifier: RuleExpression.Quantifier, _ base: RuleSyntax, _ variable: RuleSyntax, _ condition: RuleSyntax
    ) -> RuleExpression? {
        guard let list = check(base) else { return nil }
        guard case .list(let element) = list.type else {
            return fail("`\(quantifier.rawValue)` needs a list, but this is \(list.type.phrase)", base.range)
        }
        guard case .name(let name) = variable.kind, name != "self" else {
            return fail("expected a name for the elements", variable.range)
        }
        let outer = variables.updateValue(element, forKey: name)
        let body = check(condition, as: .bool)
        variables[name] = outer
        return body.map { RuleExpression(.quantified(quantifier, list, variable: name, $0), .bool) }
    }
}
