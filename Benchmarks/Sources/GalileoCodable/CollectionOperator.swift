// Written by scripts/peers.py: do not edit.

/// A comparison of a list with texts.
public nonisolated enum CollectionOperator: String, Codable, Hashable, Sendable {
    case eq
    case contains
    case notIn = "not_in"
}
