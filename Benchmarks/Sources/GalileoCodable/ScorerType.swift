// Written by scripts/peers.py: do not edit.

/// The family of a scorer.
public nonisolated enum ScorerType: String, Codable, Hashable, Sendable {
    case luna = "Luna"
    case plus = "Plus"
}
