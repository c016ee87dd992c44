/// A value that is spelled out.
public enum RuleLiteral: Equatable, Sendable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// With its digits as written.
    case double(String)
    case string(String)
}
