// Written by scripts/peers.py: do not edit.

/// A comparison of texts.
public nonisolated enum TextOperator: String, Codable, Hashable, Sendable {
    case eq
    case ne
    case contains
    case oneOf = "one_of"
    case notIn = "not_in"
}
