/// An expression with checked types.
///
/// An expression over a member that is absent or null has no value. `false && x` is false and `true || x` is true even
/// if `x` has no value. Any other operation has a value only if its operands do. A rule is broken only if it is false.
public struct RuleExpression: Sendable {
    public enum Logic: Hashable, Sendable { case and, or }
    public enum Comparison: Hashable, Sendable { case equal, notEqual, less, atMost }
    public enum Arithmetic: Hashable, Sendable { case sum, difference, product, quotient, remainder }
    public enum StringTest: String, Hashable, Sendable { case startsWith, endsWith, contains }
    public enum Quantifier: String, Hashable, Sendable { case all, exists }

    public indirect enum Kind: Sendable {
        case literal(RuleLiteral)
        /// Since 1970-01-01T00:00:00Z.
        case timestamp(seconds: Int64, nanoseconds: Int)
        case duration(seconds: Int64, nanoseconds: Int)
        /// The subject of the rule.
        case subject
        /// The element of a list in `all` or `exists`.
        case variable(String)
        case member(RuleExpression, name: String)
        /// Whether there is a value.
        case has(RuleExpression)
        case not(RuleExpression)
        case negated(RuleExpression)
        case logic(Logic, RuleExpression, RuleExpression)
        case comparison(Comparison, RuleExpression, RuleExpression)
        case arithmetic(Arithmetic, RuleExpression, RuleExpression)
        case conditional(RuleExpression, then: RuleExpression, otherwise: RuleExpression)
        /// Whether a list contains an element.
        case isElement(RuleExpression, of: RuleExpression)
        /// Whether a map has a key.
        case isKey(RuleExpression, of: RuleExpression)
        case element(RuleExpression, at: RuleExpression)
        case value(RuleExpression, forKey: RuleExpression)
        /// The size of a string in code points, of a list or of a map.
        case size(RuleExpression)
        case stringTest(StringTest, RuleExpression, RuleExpression)
        /// Whether a regular expression of ECMA-262 matches somewhere in a string.
        case matches(RuleExpression, pattern: String)
        case quantified(Quantifier, RuleExpression, variable: String, RuleExpression)
        case list([RuleExpression])
        /// An integer as a double.
        case double(RuleExpression)
    }

    public var kind: Kind
    public var type: RuleType

    public init(_ kind: Kind, _ type: RuleType) {
        self.kind = kind
        self.type = type
    }

    /// Whether this is the subject of the rule.
    public var isSubject: Bool {
        if case .subject = kind { true } else { false }
    }
}
