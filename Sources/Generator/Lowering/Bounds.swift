/// The limits of lowering. They bound its time and the size of generated code for any description.
enum Bounds {
    /// The maximum number of bytes of the description that the members of all types may repeat, unless an option sets
    /// another.
    static let size = 1 << 29
    /// The maximum number of types that are lowered within each other. The next one waits until they are complete.
    static let openTypes = 64

    // MARK: Unions

    /// The maximum number of lists of alternatives that are combined into variants.
    static let combinedGroups = 6
    /// The maximum number of variants of combined lists.
    static let combinations = 48
    /// The maximum depth of arrays and nested alternatives at which variants are compared.
    static let comparedLevels = 8
    /// The maximum number of members that a plan tests one after the other.
    static let planMembers = 4
    /// The maximum number of variants of a plan by required members.
    static let planKeys = 200
    /// The maximum number of branches of a plan.
    static let planBranches = 20_000

    // MARK: Values

    /// The maximum depth of alternatives that are searched for one that allows `null`.
    static let nullLevels = 500
    /// The maximum depth at which a default or an example is checked.
    static let checkedLevels = 32
    /// The maximum depth of arrays that are searched for numbers that need all their digits.
    static let digitLevels = 8
}
