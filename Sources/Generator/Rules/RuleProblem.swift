/// A problem in an expression, and its position.
public struct RuleProblem: Error, Sendable {
    /// The problem in one line, without a period.
    public var message: String
    /// The range in code points from the start of the expression.
    public var range: Range<Int>
    /// A way to solve the problem.
    public var help: String?

    public init(_ message: String, at range: Range<Int>, help: String? = nil) {
        self.message = message
        self.range = range
        self.help = help
    }
}
