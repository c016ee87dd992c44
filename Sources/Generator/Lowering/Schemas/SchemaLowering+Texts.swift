import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Bodies that are texts. Generated code has them as strings, so their schemas declare no types.
extension SchemaLowering {
    /// Returns the type of the values of a text with all assertions about them, or `nil` if they are arrays or objects.
    mutating func lowerText(_ schema: Schema, path: NamePath) -> TypeUse? {
        let conjunction = Conjunction([schema])
        let origin = schema.node.origin
        if conjunction.isForbidden { return TypeUse(.never, origin: origin) }
        if conjunction.isNull { return TypeUse(.null, origin: origin) }
        let kinds = Self.kinds(ofText: conjunction)
        guard kinds.isDisjoint(with: [.array, .object]) else { return nil }
        var use: TypeUse
        switch kinds {
        case []:
            reportConflict(conjunction)
            return TypeUse(.string(format: nil), origin: origin)
        case _ where kinds.count == 1: use = lowerKind(kinds.first!, of: conjunction, path: path)
        default:
            use = TypeUse(.any, constraints: constraints(conjunction.parts, kinds: nil), origin: origin)
            let names = (conjunction.isNullable ? kinds.union(.null) : kinds).names
            let type = conjunction.first(.type)
            use.constraints.assertions.insert(
                .init(
                    keyword: Keyword.type.spelling, operand: .array(names.map(JSONLiteral.string)),
                    origin: type.map { $0.origin } ?? origin),
                at: 0)
        }
        use.origin = origin
        // `null` as a text is a string too.
        use.isNullable = use.type != .any && !kinds.contains(.string) && conjunction.isNullable
        use.constraints.assertions += valueAssertions(of: conjunction, areStrings: kinds == .string)
        return use
    }

    /// The lists of values and the alternatives of a text, which are types elsewhere.
    private mutating func valueAssertions(
        of conjunction: Conjunction, areStrings: Bool
    ) -> [Constraints.Assertion] {
        var result: [Constraints.Assertion] = []
        for part in conjunction.parts {
            for keyword in [Keyword.enum, .const, .oneOf, .anyOf] {
                guard let operand = part[keyword] else { continue }
                let literal: JSONLiteral
                switch keyword {
                case .enum:
                    // `null` is not a string.
                    let values = operand.elements.filter { !areStrings || $0.kind != .null }
                    literal = .array(values.map { $0.textLiteral(isString: areStrings) })
                case .const: literal = operand.textLiteral(isString: areStrings)
                default:
                    if assertedGroups.contains(AssertedGroup(node: part.node, keyword: keyword)) { continue }
                    literal = schemaLiteral(operand, keyword.spelling)
                }
                result.append(
                    .init(
                        keyword: keyword.spelling, operand: literal, message: message(for: keyword.spelling, in: part),
                        origin: operand.origin))
            }
        }
        return result
    }

    /// The JSON types that a text can be, without `null`. A text about whose type nothing is known is a string.
    private static func kinds(ofText conjunction: Conjunction) -> JSONKinds {
        let kinds = (conjunction.kinds ?? VariantFacts(conjunction).kinds).subtracting(.null)
        if kinds == JSONKinds.all.subtracting(.null) { return .string }
        // Each integer is a number.
        return kinds.contains(.number) ? kinds.subtracting(.integer) : kinds
    }
}

extension Node {
    /// The value as JSON. In a list of strings, a value without quotation marks, such as `1`, is the text itself.
    fileprivate func textLiteral(isString: Bool) -> JSONLiteral {
        isString && kind.isScalar ? .string(text) : literal
    }
}
