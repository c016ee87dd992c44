// Written by scripts/peers.py: do not edit.

/// The kind of a step: a call of a model, a call of a tool, a chain that groups other steps, or the
/// session as a whole.
public nonisolated enum EventType: String, Codable, Hashable, Sendable {
    case chain
    case model
    case tool
    case session
}
