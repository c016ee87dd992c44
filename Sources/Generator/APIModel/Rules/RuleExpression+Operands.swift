extension RuleExpression {
    /// The operands.
    public var operands: [RuleExpression] {
        switch kind {
        case .literal, .timestamp, .duration, .subject, .variable: []
        case .member(let a, _), .has(let a), .not(let a), .negated(let a), .size(let a), .matches(let a, _),
            .double(let a):
            [a]
        case .logic(_, let a, let b), .comparison(_, let a, let b), .arithmetic(_, let a, let b),
            .isElement(let a, let b),
            .isKey(let a, let b), .element(let a, let b), .value(let a, let b), .stringTest(_, let a, let b),
            .quantified(_, let a, _, let b):
            [a, b]
        case .conditional(let a, let b, let c): [a, b, c]
        case .list(let elements): elements
        }
    }

    /// Returns the same expression with other names for objects.
    public func renamingObjects(_ name: (String) -> String) -> RuleExpression {
        func renamed(_ expression: RuleExpression) -> RuleExpression { expression.renamingObjects(name) }
        let kind: Kind =
            switch self.kind {
            case .literal, .timestamp, .duration, .subject, .variable: self.kind
            case .member(let base, let member): .member(renamed(base), name: member)
            case .has(let value): .has(renamed(value))
            case .not(let value): .not(renamed(value))
            case .negated(let value): .negated(renamed(value))
            case .logic(let logic, let a, let b): .logic(logic, renamed(a), renamed(b))
            case .comparison(let comparison, let a, let b): .comparison(comparison, renamed(a), renamed(b))
            case .arithmetic(let operation, let a, let b): .arithmetic(operation, renamed(a), renamed(b))
            case .conditional(let condition, let a, let b):
                .conditional(renamed(condition), then: renamed(a), otherwise: renamed(b))
            case .isElement(let element, let list): .isElement(renamed(element), of: renamed(list))
            case .isKey(let key, let map): .isKey(renamed(key), of: renamed(map))
            case .element(let list, let index): .element(renamed(list), at: renamed(index))
            case .value(let map, let key): .value(renamed(map), forKey: renamed(key))
            case .size(let value): .size(renamed(value))
            case .stringTest(let test, let a, let b): .stringTest(test, renamed(a), renamed(b))
            case .matches(let value, let pattern): .matches(renamed(value), pattern: pattern)
            case .quantified(let quantifier, let list, let variable, let condition):
                .quantified(quantifier, renamed(list), variable: variable, renamed(condition))
            case .list(let elements): .list(elements.map(renamed))
            case .double(let integer): .double(renamed(integer))
            }
        return RuleExpression(kind, type.renamingObjects(name))
    }
}

extension RuleType {
    fileprivate func renamingObjects(_ name: (String) -> String) -> RuleType {
        switch self {
        case .object(let object): .object(name(object))
        case .list(let element): .list(element.renamingObjects(name))
        case .map(let value): .map(value.renamingObjects(name))
        default: self
        }
    }
}
