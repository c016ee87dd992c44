/// How values are validated.
public struct ValidationOptions: Hashable, Sendable {
    /// How many violations are listed at most; validation stops there.
    public var maximumViolations: Int
    /// Whether `format` is a rule, rather than a remark.
    public var assertsFormats: Bool

    public init(maximumViolations: Int = 100, assertsFormats: Bool = true) {
        self.maximumViolations = max(1, maximumViolations)
        self.assertsFormats = assertsFormats
    }
}
