// Written by scripts/peers.py: do not edit.

/// A comparison of times.
public nonisolated enum DateOperator: String, Codable, Hashable, Sendable {
    case eq
    case ne
    case gt
    case gte
    case lt
    case lte
}
