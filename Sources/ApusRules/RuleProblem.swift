/// What is wrong with an expression, and where.
public struct RuleProblem: Error, Sendable {
    /// In one line, without a full stop.
    public var message: String
    /// In code points from the expression's start.
    public var range: Range<Int>
    /// What to do about it.
    public var help: String?

    public init(_ message: String, at range: Range<Int>, help: String? = nil) {
        self.message = message
        self.range = range
        self.help = help
    }
}
