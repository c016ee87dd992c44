/// A literal.
public enum RuleLiteral: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A double with its digits as written.
    case double(String)
    case string(String)
}
