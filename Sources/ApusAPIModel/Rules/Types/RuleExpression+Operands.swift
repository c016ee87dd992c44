extension RuleExpression {
    /// The expressions that it is made of.
    public var operands: [RuleExpression] {
        switch kind {
        case .literal, .timestamp, .duration, .subject, .variable: []
        case .member(let a, _), .has(let a), .not(let a), .negated(let a), .size(let a), .matches(let a, _), .double(let a):
            [a]
        case .logic(_, let a, let b), .comparison(_, let a, let b), .arithmetic(_, let a, let b), .isElement(let a, let b),
            .isKey(let a, let b), .element(let a, let b), .value(let a, let b), .stringTest(_, let a, let b),
            .quantified(_, let a, _, let b):
            [a, b]
        case .conditional(let a, let b, let c): [a, b, c]
        case .list(let elements): elements
        }
    }
}
