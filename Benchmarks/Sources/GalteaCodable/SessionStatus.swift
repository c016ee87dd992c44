// Written by scripts/peers.py: do not edit.

/// The state of a session: it waits or runs (`PENDING`), it has ended (`COMPLETED`), or it ended with
/// an error (`FAILED`).
public nonisolated enum SessionStatus: String, Codable, Hashable, Sendable {
    case pending = "PENDING"
    case completed = "COMPLETED"
    case failed = "FAILED"
}
