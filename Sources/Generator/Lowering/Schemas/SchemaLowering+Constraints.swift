import ApusAPIModel
import ApusByteText
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// Assertions in addition to the type.
extension SchemaLowering {
    /// The assertions of `parts`. With `kinds`, only those about values of these JSON types.
    mutating func constraints(
        _ parts: [Schema], kinds: JSONKinds?, type: Type? = nil, keepsRequired: Bool = false
    ) -> Constraints {
        var result: [Constraints.Assertion] = []
        for part in parts {
            var own: [Constraints.Assertion] = []
            if let rules = part[.rules] { declarations.note { $0.addRuleList(rules) } }
            for (keyword, value) in Keywords.assertions(in: part) where check(value, of: keyword) {
                guard let literal = operandLiteral(keyword, value, in: part), !isVacuous(keyword, literal, type) else {
                    continue
                }
                append(keyword, literal, part, value, to: &own)
            }
            for keyword in Keywords.alternatives
            where !assertedGroups.isEmpty && assertedGroups.contains(AssertedGroup(node: part.node, keyword: keyword)) {
                appendSchemas(keyword, of: part, to: &own)
            }
            checkMessages(of: part)
            if keepsRequired, let value = part[.required], !value.elements.isEmpty {
                append(.required, value.literal, part, value, to: &own)
            }
            if let format = part[.format], Keywords.checkedFormats.contains(format.text) {
                append(.format, format.literal, part, format, to: &own)
            }
            appendOpenShapes(of: part, kinds: kinds, type: type, to: &own)
            merge(own, into: &result)
        }
        if result.count > 1 { reportEmptyRanges(in: parts) }
        return Constraints(result)
    }

    /// Keywords that usually decide the type but remain assertions if the type could not represent them.
    private mutating func appendOpenShapes(
        of part: Schema, kinds: JSONKinds?, type: Type?, to result: inout [Constraints.Assertion]
    ) {
        if case .array = type, part[.prefixItems] != nil {
            appendSchemas(.prefixItems, of: part, to: &result)
            appendSchemas(.items, of: part, to: &result)
        }
        if case .tuple(let elements) = type, let items = part[.items], part.subschema(.items)?.booleanValue == false {
            result.removeAll { $0.keyword == Keyword.maxItems.spelling }
            append(.maxItems, .number(String(elements.count)), part, items, to: &result)
        }
        if part[.patternProperties] != nil { appendSchemas(.additionalProperties, of: part, to: &result) }
        if kinds == nil, let required = part[.required], part[.properties] == nil {
            append(.required, required.literal, part, required, to: &result)
        }
    }

    /// Adds a keyword whose operand is a schema or several, if a schema has it.
    private mutating func appendSchemas(
        _ keyword: Keyword, of part: Schema, to result: inout [Constraints.Assertion]
    ) {
        guard let operand = part[keyword] else { return }
        append(keyword, schemaLiteral(operand, keyword.spelling), part, operand, to: &result)
    }

    private func append(
        _ keyword: Keyword, _ operand: JSONLiteral, _ part: Schema, _ node: Node,
        to result: inout [Constraints.Assertion]
    ) {
        let spelling = keyword.spelling
        if result.contains(where: { $0.keyword == spelling && $0.operand == operand }) { return }
        result.append(
            .init(keyword: spelling, operand: operand, message: message(for: spelling, in: part), origin: node.origin))
    }

    /// Adds the assertions of one part to those of the parts before it. All of them must hold.
    private func merge(_ part: [Constraints.Assertion], into result: inout [Constraints.Assertion]) {
        var single: [Constraints.Assertion] = []
        for assertion in part {
            if result.contains(where: { $0.keyword == assertion.keyword && $0.operand == assertion.operand }) {
                continue
            }
            single.append(assertion)
        }
        for keywords in Keywords.coupled where result.contains(where: { keywords.contains($0.keyword) }) {
            // All assertions of the part, including those that both have.
            let coupled = part.filter { keywords.contains($0.keyword) }
            if single.contains(where: { keywords.contains($0.keyword) }) { addSchema(of: coupled, to: &result) }
            single.removeAll { keywords.contains($0.keyword) }
        }
        for assertion in single {
            if result.contains(where: { $0.keyword == assertion.keyword }) {
                addSchema(of: [assertion], to: &result)
            } else {
                result.append(assertion)
            }
        }
    }

    /// Adds assertions as a separate schema in `allOf`, because other assertions have their keywords.
    private func addSchema(of assertions: [Constraints.Assertion], to result: inout [Constraints.Assertion]) {
        var members = assertions.map { JSONLiteral.Member($0.keyword, $0.operand) }
        let messages = assertions.compactMap { assertion in
            assertion.message.map { JSONLiteral.Member(assertion.keyword, .string($0)) }
        }
        if !messages.isEmpty { members.append(.init("x-apus-message", .object(messages))) }
        let schema = JSONLiteral.object(members)
        if let index = result.firstIndex(where: { $0.keyword == "allOf" }),
            case .array(let schemas) = result[index].operand
        {
            result[index].operand = .array(schemas + [schema])
        } else {
            result.append(.init(keyword: "allOf", operand: .array([schema]), origin: assertions[0].origin))
        }
    }

    func message(for keyword: String, in schema: Schema) -> String? {
        schema[.message]?[keyword]?.string
    }

    /// The operand in the form of JSON Schema 2020-12, or `nil` if the keyword has no effect here.
    private mutating func operandLiteral(_ keyword: Keyword, _ value: Node, in part: Schema) -> JSONLiteral? {
        switch keyword {
        case .exclusiveMinimum, .exclusiveMaximum:
            guard value.kind == .boolean else { return value.literal }
            // In OpenAPI 3.0, the Boolean makes the other bound exclusive.
            guard value.boolean == true else { return nil }
            return part[keyword == .exclusiveMinimum ? .minimum : .maximum].map { $0.literal }
        case .minimum, .maximum:
            if part[keyword == .minimum ? .exclusiveMinimum : .exclusiveMaximum]?.boolean == true { return nil }
            return value.literal
        case .uniqueItems: return value.boolean == true ? .bool(true) : nil
        case .minLength, .minItems, .minProperties: return value.text == "0" ? nil : value.literal
        case .pattern: return checkPattern(value, isNeeded: false) ? value.literal : nil
        default: return schemaLiteral(value, keyword.spelling)
        }
    }

    /// Whether every value of the type is within a bound.
    private func isVacuous(_ keyword: Keyword, _ operand: JSONLiteral, _ type: Type?) -> Bool {
        if case .tuple = type, keyword == .minItems { return true }
        guard case .integer = type, case .number(let text) = operand else { return false }
        switch keyword {
        case .minimum: return isBeyond(text, Int64.min.magnitude - 1, isNegative: true)
        case .exclusiveMinimum: return isBeyond(text, Int64.min.magnitude, isNegative: true)
        case .maximum: return isBeyond(text, Int64.max.magnitude - 1, isNegative: false)
        case .exclusiveMaximum: return isBeyond(text, Int64.max.magnitude, isNegative: false)
        default: return false
        }
    }

    /// Whether a number is farther from zero than a magnitude, on one side of zero.
    private func isBeyond(_ text: String, _ magnitude: UInt64, isNegative: Bool) -> Bool {
        guard text.hasPrefix("-") == isNegative else { return false }
        let digits = text.drop { $0 == "-" }
        if digits.utf8.allSatisfy(\.isASCIIDigit) { return UInt64(digits).map { $0 > magnitude } ?? true }
        // Rounding keeps the order of the number and the magnitude, unless the result equals the magnitude.
        return Double(digits).map { $0 > Double(magnitude) } ?? false
    }

    private mutating func check(_ value: Node, of keyword: Keyword) -> Bool {
        // Reading reports operands of wrong types. This checks only what reading cannot know.
        switch keyword.operand {
        case .count:
            if let count = value.numericValue, count >= 0 { return true }
            reportOperand("`\(keyword.spelling)` must not be negative", value)
            return false
        case .number:
            if value.kind == .boolean { return true }
            guard keyword == .multipleOf, let divisor = value.numericValue, divisor <= 0 else {
                return value.isJSONNumber
            }
            reportOperand("`multipleOf` must be greater than 0", value)
            return false
        case .string, .boolean, .schema, .schemaList, .schemaMap, .other: return true
        }
    }

    private mutating func reportOperand(_ message: String, _ value: Node) {
        diagnostics.warning(.invalidOperand, message, at: value.place, label: "this says nothing")
    }
}
