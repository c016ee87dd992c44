public import ApusAPIModel

/// The syntax tree of an expression, with the range of each part.
public struct RuleSyntax: Sendable {
    public indirect enum Kind: Sendable {
        case literal(RuleLiteral)
        case name(String)
        case member(RuleSyntax, name: String)
        case index(RuleSyntax, RuleSyntax)
        /// A call of a function, with the value before the dot if there is one.
        case call(RuleSyntax?, function: String, [RuleSyntax])
        case list([RuleSyntax])
        case not(RuleSyntax)
        case negated(RuleSyntax)
        case binary(RuleOperator, RuleSyntax, RuleSyntax)
        case conditional(RuleSyntax, then: RuleSyntax, otherwise: RuleSyntax)
    }

    public var kind: Kind
    /// The range in code points from the start of the expression.
    public var range: Range<Int>
    /// The range of the name of a member or function.
    public var nameRange: Range<Int>

    init(_ kind: Kind, _ range: Range<Int>, name: Range<Int>? = nil) {
        self.kind = kind
        self.range = range
        nameRange = name ?? range
    }
}

/// An operator between two values.
public enum RuleOperator: String, Hashable, Sendable {
    case or = "||"
    case and = "&&"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case isIn = "in"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case remainder = "%"

    /// The precedence. A higher one binds more strongly.
    var precedence: Int {
        switch self {
        case .or: 1
        case .and: 2
        case .equal, .notEqual, .less, .atMost, .greater, .atLeast, .isIn: 3
        case .plus, .minus: 4
        case .times, .dividedBy, .remainder: 5
        }
    }

    static let comparison = 3
}
