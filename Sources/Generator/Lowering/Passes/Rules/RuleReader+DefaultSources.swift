import ApusAPIModel
import ApusDiagnostics
import ApusOpenAPI
import ApusYAMLSource

// `x-apus-default-from`: defaults that depend on other members.
extension RuleReader {
    /// Returns the default of an expression, or `nil` after reporting an error.
    mutating func defaultSource(
        _ node: Node, of property: Property, in id: TypeID, _ shape: ObjectShape
    ) -> DefaultSource? {
        let start = diagnostics.mark
        let source = source(node, of: property, in: id, shape)
        if diagnostics.hasErrors(since: start) {
            leaveOut("the default of `\(property.name)`", at: node.place, since: start)
        }
        return source
    }

    private mutating func source(
        _ node: Node, of property: Property, in id: TypeID, _ shape: ObjectShape
    ) -> DefaultSource? {
        guard node.kind.isScalar else {
            diagnostics.invalidExtension(
                "`x-apus-default-from` must be an expression, such as `has(name) ? name : 'unknown'`", node)
            return nil
        }
        guard let expression = expression(node, about: id) else { return nil }
        var entries: [DefaultSource.Entry] = []
        var rest = expression
        while case .conditional(let condition, let value, let otherwise) = rest.kind {
            guard let value = sourceValue(value, node, property, shape) else { return nil }
            entries.append(.init(condition: condition, value: value))
            rest = otherwise
        }
        guard let last = sourceValue(rest, node, property, shape) else { return nil }
        return DefaultSource(text: node.text, entries: entries + [.init(value: last)])
    }

    /// Returns an expression as the value of a member, or `nil` after reporting an error.
    private mutating func sourceValue(
        _ expression: RuleExpression, _ node: Node, _ property: Property, _ shape: ObjectShape
    ) -> DefaultSource.Value? {
        let wanted = types.type(of: property.type)
        if case .member(let base, let name) = expression.kind, base.isSubject,
            let source = shape.properties.first(where: { $0.name == name })
        {
            let declarations = types.declarations
            let (given, taken) = (declarations.resolved(source.type.type), declarations.resolved(property.type.type))
            if given == taken { return .property(name) }
            if types.enumeration(source.type) != nil { return mismatch(expression.type, property, wanted, node) }
        }
        var expression = expression
        if wanted == .double, expression.type == .integer { expression = RuleExpression(.double(expression), .double) }
        guard expression.type == wanted else { return mismatch(expression.type, property, wanted, node) }
        if let literal = expression.literal {
            guard let shape = types.enumeration(property.type), !shape.isExtensible,
                !shape.cases.contains(where: { $0.value == literal })
            else { return .literal(literal) }
            let known = shape.cases.map(\.value).compactMap { if case .string(let text) = $0 { text } else { nil } }
            var text = ""
            if case .string(let value) = literal { text = value }
            diagnostics.error(
                .invalidRule, "`\(text)` is not a value of `\(property.name)`", at: node.place,
                help: suggestion(for: text, among: known))
            return nil
        }
        switch types.declarations.resolved(property.type.type) {
        case .boolean, .integer(.unspecified), .integer(.int64), .number(.unspecified), .number(.double), .string:
            return .expression(expression)
        default: return mismatch(expression.type, property, wanted, node)
        }
    }

    private mutating func mismatch(
        _ type: RuleType, _ property: Property, _ wanted: RuleType, _ node: Node
    ) -> DefaultSource.Value? {
        diagnostics.error(
            .invalidRule, "`\(property.name)` is \(wanted.phrase), so \(type.phrase) cannot be its default",
            at: node.place, help: type == wanted ? "use a member of the same type, or a literal" : nil)
        return nil
    }
}

extension RuleExpression {
    /// The value of a literal expression.
    fileprivate var literal: JSONLiteral? {
        switch kind {
        case .literal(.bool(let value)): .bool(value)
        case .literal(.integer(let value)): .number("\(value)")
        case .literal(.double(let digits)): .number(digits)
        case .literal(.string(let text)): .string(text)
        case .double(let integer): integer.literal
        case .negated(let number):
            if case .number(let digits)? = number.literal { .number("-" + digits) } else { nil }
        default: nil
        }
    }
}
