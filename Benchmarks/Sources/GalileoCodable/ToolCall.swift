// Written by scripts/peers.py: do not edit.

/// A call of a tool that a language model asks for.
public nonisolated struct ToolCall: Codable, Hashable, Sendable {
    /// The identifier of the call, which the tool's answer repeats.
    public var id: String
    /// What is to be called.
    public var function: ToolCallFunction

    public init(id: String, function: ToolCallFunction) {
        self.id = id
        self.function = function
    }

    enum CodingKeys: String, CodingKey {
        case id
        case function
    }
}
