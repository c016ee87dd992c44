/// Options for validation.
public struct ValidationOptions: Hashable, Sendable {
    /// The maximum number of violations. Validation stops when it is reached.
    public var maximumViolations: Int
    /// Whether `format` is checked, instead of being an annotation.
    public var assertsFormats: Bool

    public init(maximumViolations: Int = 100, assertsFormats: Bool = true) {
        self.maximumViolations = max(1, maximumViolations)
        self.assertsFormats = assertsFormats
    }
}
