import ApusAPIModel

/// Writes expressions of rules as Swift.
struct RuleWriter {
    private let types: SwiftTypes
    /// The name of the value that the rule is about.
    private let subject: String
    private var variables: [String: String] = [:]

    init(_ types: SwiftTypes, subject: String) {
        self.types = types
        self.subject = subject
    }

    func text(_ expression: RuleExpression) -> String { write(expression).text }

    private struct Text {
        var text: String
        var isOptional: Bool

        init(_ text: String, isOptional: Bool = true) {
            self.text = text
            self.isOptional = isOptional
        }
    }

    private func call(_ function: String, _ arguments: RuleExpression...) -> Text {
        Text("RuleOperators.\(function)(\(arguments.map(text).joined(separator: ", ")))")
    }

    private func write(_ expression: RuleExpression) -> Text {
        switch expression.kind {
        case .literal(let literal): return Text(self.literal(literal), isOptional: false)
        case .timestamp(let seconds, let nanoseconds), .duration(let seconds, let nanoseconds):
            let attoseconds = "\(nanoseconds)" + (nanoseconds == 0 ? "" : "_000_000_000")
            return Text(
                "Duration(secondsComponent: \(seconds), attosecondsComponent: \(attoseconds))", isOptional: false)
        case .subject: return Text(subject, isOptional: false)
        case .variable(let name): return Text(variables[name] ?? name, isOptional: false)
        case .member(let base, let name): return member(name, of: base, isPlain: false)
        case .has(let value):
            guard case .member(let base, let name) = value.kind else { return call("has", value) }
            return Text("RuleOperators.has(\(member(name, of: base, isPlain: true).text))")
        case .not(let value): return call("not", value)
        case .negated(let value):
            if case .literal(let number) = value.kind { return Text("-" + literal(number), isOptional: false) }
            return call("negated", value)
        case .logic(let logic, let a, let b): return call(logic == .and ? "and" : "or", a, b)
        case .comparison(let comparison, let a, let b): return call(name(of: comparison), a, b)
        case .arithmetic(let operation, let a, let b): return call(name(of: operation), a, b)
        case .conditional(let condition, let a, let b): return call("choose", condition, a, b)
        case .isElement(let element, let list):
            return Text("RuleOperators.isElement(\(text(element)), of: \(text(list)))")
        case .isKey(let key, let map): return Text("RuleOperators.isKey(\(text(key)), of: \(text(map)))")
        case .element(let list, let index):
            return Text("RuleOperators.element(of: \(text(list)), at: \(text(index)))")
        case .value(let map, let key): return Text("RuleOperators.value(of: \(text(map)), for: \(text(key)))")
        case .size(let value): return call(value.type == .string ? "length" : "count", value)
        case .stringTest(let test, let a, let b): return call(test.rawValue, a, b)
        case .matches(let value, let pattern):
            return Text("RuleOperators.matches(\(text(value)), \(SwiftText.literal(pattern)))")
        case .quantified(let quantifier, let list, let variable, let condition):
            var inner = self
            let name = "item\(variables.count + 1)"
            inner.variables[variable] = name
            return Text("RuleOperators.\(quantifier.rawValue)(\(text(list))) { \(name) in \(inner.text(condition)) }")
        case .list(let elements): return Text("RuleOperators.list(\(elements.map(text).joined(separator: ", ")))")
        case .double(let integer):
            if case .literal(.integer(let value)) = integer.kind { return Text("\(value).0", isOptional: false) }
            return call("double", integer)
        }
    }

    private func literal(_ literal: RuleLiteral) -> String {
        switch literal {
        case .null: "nil"
        case .bool(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .double(let digits): digits
        case .string(let text): SwiftText.literal(text)
        }
    }

    private func name(of comparison: RuleExpression.Comparison) -> String {
        switch comparison {
        case .equal: "isEqual"
        case .notEqual: "isDifferent"
        case .less: "isLess"
        case .atMost: "isAtMost"
        }
    }

    private func name(of operation: RuleExpression.Arithmetic) -> String {
        switch operation {
        case .sum: "sum"
        case .difference: "difference"
        case .product: "product"
        case .quotient: "quotient"
        case .remainder: "remainder"
        }
    }

    // MARK: Members

    /// - Parameter isPlain: Whether an absent member stays absent, instead of having its default.
    private func member(_ name: String, of base: RuleExpression, isPlain: Bool) -> Text {
        guard case .object(let object) = base.type,
            let property = types.properties[TypeID(object)]?.first(where: { $0.member.name == name })
        else { return Text("nil") }
        let member = property.member
        let form = property.form
        let holder = write(base)
        let access = holder.text + (holder.isOptional ? "?." : ".")
        var isOptional = holder.isOptional
        if !isPlain, form == .optional || form == .presence, property.hasEffectiveValue,
            let effective = property.effectiveName
        {
            isOptional = isOptional || property.isNullable
            return converted(Text(access + effective, isOptional: isOptional), from: member.type)
        }
        // The stored property behind a deprecated one can be used without a warning.
        var text = access + (member.isDeprecated ? property.place : Identifier.escaped(property.name))
        switch form {
        case .presence:
            text += ".value"
            isOptional = true
        case .optional, .received: isOptional = true
        case .filledIn where member.isDeprecated:
            if property.isNullable { text += ".value" }
            isOptional = true
        case .required, .filledIn, .constant: isOptional = isOptional || property.isNullable
        }
        return converted(Text(text, isOptional: isOptional), from: member.type)
    }

    /// Converts a value to the type that rules use.
    private func converted(_ value: Text, from use: TypeUse) -> Text {
        let use = types.resolvedUse(use)
        let chain = value.isOptional ? "?" : ""
        switch use.type {
        case .named(let id):
            guard case .enumeration? = types.declarations[id]?.shape else { return value }
            return Text(value.text + chain + ".rawValue", isOptional: value.isOptional)
        case .integer(let format) where format != .unspecified && format != .int64:
            return Text("RuleOperators.integer(\(value.text))")
        case .number(.float): return Text("RuleOperators.double(\(value.text))")
        case .number(.exact): return Text(value.text + chain + ".doubleValue", isOptional: value.isOptional)
        case .dateTime: return Text("RuleOperators.time(\(value.text))")
        case .array(let element):
            switch types.resolvedUse(element).type {
            case .dateTime: return Text("RuleOperators.times(\(value.text))")
            case .named(let id):
                guard case .enumeration? = types.declarations[id]?.shape else { return value }
                return Text(value.text + chain + ".map(\\.rawValue)", isOptional: value.isOptional)
            default: return value
            }
        default: return value
        }
    }
}
