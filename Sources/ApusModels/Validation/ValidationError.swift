/// A value breaks rules of the API description; all of them are listed.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// In the order of the value's members and elements, and of the rules.
    public var violations: [Violation]

    public init(violations: [Violation]) { self.violations = violations }

    /// One line a violation.
    public var description: String { violations.map(\.description).joined(separator: "\n") }
}
