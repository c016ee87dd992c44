// Written by scripts/peers.py: do not edit.

/// The function that a tool call is for, and its arguments.
public nonisolated struct ToolCallFunction: Codable, Hashable, Sendable {
    /// The name of the function.
    public var name: String
    /// The arguments, as the model wrote them; mostly JSON.
    public var arguments: String

    public init(name: String, arguments: String) {
        self.name = name
        self.arguments = arguments
    }

    enum CodingKeys: String, CodingKey {
        case name
        case arguments
    }
}
