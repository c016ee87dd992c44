// Written by scripts/peers.py: do not edit.

/// A message of a conversation with a language model.
public nonisolated struct Message: Codable, Hashable, Sendable {
    /// The text; empty if the message just calls tools.
    public var content: String
    /// Who speaks.
    public var role: MessageRole
    /// In the answer of a tool, the call that it answers.
    public var toolCallID: String?
    /// The tools that the model wants to be called.
    public var toolCalls: [ToolCall]?

    public init(
        content: String,
        role: MessageRole,
        toolCallID: String? = nil,
        toolCalls: [ToolCall]? = nil
    ) {
        self.content = content
        self.role = role
        self.toolCallID = toolCallID
        self.toolCalls = toolCalls
    }

    enum CodingKeys: String, CodingKey {
        case content
        case role
        case toolCallID = "tool_call_id"
        case toolCalls = "tool_calls"
    }
}
