/// An error that lists all violations of the API description in a value.
///
/// ```swift
/// do {
///     try request.validate()
/// } catch {
///     print(error)  // /limit: must be at most 100 (250)
/// }
/// ```
public struct ValidationError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The violations in the order of the value's members and elements, and then of the keywords.
    public var violations: [Violation]

    public init(violations: [Violation]) { self.violations = violations }

    /// The violations, one per line.
    public var description: String { violations.map(\.description).joined(separator: "\n") }
}
