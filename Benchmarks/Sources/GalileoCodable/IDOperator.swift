// Written by scripts/peers.py: do not edit.

/// A comparison of identifiers.
public nonisolated enum IDOperator: String, Codable, Hashable, Sendable {
    case eq
    case ne
    case oneOf = "one_of"
    case notIn = "not_in"
    case contains
}
