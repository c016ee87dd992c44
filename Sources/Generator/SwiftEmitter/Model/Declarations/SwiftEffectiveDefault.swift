import ApusAPIModel

/// A computed property with the value of a member, or with the receiver's default if the member is absent.
struct SwiftEffectiveDefault {
    let documentation: String
    let name: String
    let type: SwiftType
    /// The statements of the getter. The last one returns the value.
    let body: [String]
}

/// Writes the computed properties for the members of an object that may be absent.
struct EffectiveDefaultWriter {
    private let literals: LiteralWriter
    private let properties: [SwiftProperty]
    private let rules: RuleWriter

    init(_ types: SwiftTypes, _ properties: [SwiftProperty]) {
        literals = LiteralWriter(types)
        self.properties = properties
        rules = RuleWriter(types, subject: "self")
    }

    /// Returns the computed property for a member, or `nil` if the member is always present or has no default.
    func effectiveDefault(of property: SwiftProperty) -> SwiftEffectiveDefault? {
        switch property.form {
        case .optional, .received, .presence: break
        case .required, .filledIn, .constant: return nil
        }
        guard let name = property.effectiveName else { return nil }
        let member = property.member
        guard let source = member.defaultSource else {
            guard property.defaultExpression != nil, let literal = member.defaultValue else { return nil }
            return SwiftEffectiveDefault(
                documentation: "`\(member.name)`, or \(Markdown.code(forDefault: literal)) if it is absent.",
                name: name,
                type: property.isNullable ? .optional(property.valueType) : property.valueType,
                body: [property.valueOrDefault])
        }
        var body = ["if let value = \(property.unwrappedValue) { return value }"]
        var isComplete = false
        for entry in source.entries {
            guard !isComplete, let statement = statement(entry, for: property) else { return nil }
            body.append(statement.text)
            isComplete = statement.isLast
        }
        if !isComplete { body.append("return \(property.defaultExpression ?? "nil")") }
        let isKnown = isComplete || property.defaultExpression != nil
        return SwiftEffectiveDefault(
            documentation: "The value that the server uses for `\(member.name)`: "
                + "the given value, or the default if it is absent.",
            name: name, type: isKnown ? property.valueType : .optional(property.valueType), body: body)
    }

    /// Returns the statement for one entry and whether it always returns. The result is `nil` if Swift cannot express
    /// the entry.
    private func statement(_ entry: DefaultSource.Entry, for property: SwiftProperty) -> (text: String, isLast: Bool)? {
        var conditions = entry.condition.map { [condition($0)] } ?? []
        func returning(_ value: String) -> (String, Bool) {
            if conditions.isEmpty { return ("return \(value)", true) }
            return ("if \(conditions.joined(separator: ", ")) { return \(value) }", false)
        }
        switch entry.value {
        case .literal(let literal):
            guard let value = literals.expression(literal, for: property.member.type), value != "nil" else {
                return nil
            }
            return returning(value)
        case .expression(let expression):
            conditions.append("let value = \(rules.text(expression))")
            return returning("value")
        case .property(let name):
            guard let source = properties.first(where: { $0.member.name == name }),
                source.valueType == property.valueType,
                source.form != .constant
            else { return nil }
            if !source.isOptional { return returning(source.value) }
            if source.form == .optional, source.hasEffectiveValue, let name = source.effectiveName {
                return returning(name)
            }
            // The binding tests the presence too.
            conditions.removeAll { $0 == "\(source.unwrappedValue) != nil" }
            conditions.append("let value = \(source.unwrappedValue)")
            return returning("value")
        }
    }

    private func condition(_ expression: RuleExpression) -> String {
        if case .has(let member) = expression.kind, case .member(let base, let name) = member.kind, base.isSubject,
            let property = properties.first(where: { $0.member.name == name }), property.isOptional
        {
            return "\(property.unwrappedValue) != nil"
        }
        return "RuleOperators.isTrue(\(rules.text(expression)))"
    }
}
