// Written by scripts/peers.py: do not edit.

/// A comparison of numbers.
public nonisolated enum NumberOperator: String, Codable, Hashable, Sendable {
    case eq
    case ne
    case gt
    case gte
    case lt
    case lte
    case between
}
