// Written by scripts/peers.py: do not edit.

/// A comparison.
public nonisolated enum Operator: String, Codable, Hashable, Sendable {
    case eq
    case ne
    case contains
    case oneOf = "one_of"
    case notIn = "not_in"
    case gt
    case gte
    case lt
    case lte
    case between
}
