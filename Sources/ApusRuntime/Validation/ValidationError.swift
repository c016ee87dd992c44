/// A value breaks rules of the API description.
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// All rules that are broken, in the order of the value's members.
    public var violations: [Violation]

    public init(violations: [Violation]) {
        self.violations = violations
    }

    public var description: String {
        violations.map(\.description).joined(separator: "\n")
    }
}
