/// A rule for the members of an object that JSON Schema cannot express (`x-apus-rules`).
public struct Rule: Sendable {
    /// The expression as written in the description.
    public var text: String
    /// The condition. It is false for an object that breaks the rule.
    public var condition: RuleExpression
    /// The description's message for a violation.
    public var message: String?
    /// The member that a violation points to, if it is not the object itself.
    public var member: String?
    public var origin: Origin

    public init(
        text: String, condition: RuleExpression, message: String? = nil, member: String? = nil, origin: Origin
    ) {
        self.text = text
        self.condition = condition
        self.message = message
        self.member = member
        self.origin = origin
    }
}

/// A default that depends on other members (`x-apus-default-from`). The first entry that applies gives the value.
///
/// The description has it as an expression, such as `has(session_name) ? session_name : 'unknown'`.
public struct DefaultSource: Sendable {
    public enum Value: Sendable {
        /// The value of another member, if it is present.
        case property(String)
        case literal(JSONLiteral)
        /// A computed value: a boolean, an integer, a double or a string.
        case expression(RuleExpression)
    }

    public struct Entry: Sendable {
        /// The entry applies only if this is true.
        public var condition: RuleExpression?
        public var value: Value

        public init(condition: RuleExpression? = nil, value: Value) {
            self.condition = condition
            self.value = value
        }
    }

    /// The expression as written in the description.
    public var text: String
    public var entries: [Entry]

    public init(text: String, entries: [Entry]) {
        self.text = text
        self.entries = entries
    }
}
