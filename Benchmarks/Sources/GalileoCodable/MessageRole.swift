// Written by scripts/peers.py: do not edit.

/// Who speaks in a message.
public nonisolated enum MessageRole: String, Codable, Hashable, Sendable {
    case agent = "agent"
    case assistant = "assistant"
    case developer = "developer"
    case function = "function"
    case system = "system"
    case tool = "tool"
    case user = "user"
}
