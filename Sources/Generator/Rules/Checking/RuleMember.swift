public import ApusAPIModel

/// A member of an object, with its type in expressions.
public struct RuleMember: Sendable {
    public var name: String
    public var type: RuleType
    /// Whether the member may be absent or null.
    public var isOptional: Bool

    public init(name: String, type: RuleType, isOptional: Bool) {
        self.name = name
        self.type = type
        self.isOptional = isOptional
    }
}
