/// What lowering does no more of, so that no description takes long or becomes code that no one would read.
enum Bounds {
    /// The bytes of the description that the members of all types may repeat, unless the options say otherwise.
    static let size = 1 << 29
    /// The types that may be made within each other. The next one waits until they are made.
    static let openTypes = 64

    // MARK: Unions

    /// The lists of alternatives that may be combined into variants.
    static let combinedGroups = 6
    /// The variants that combined lists may make.
    static let combinations = 48
    /// The levels of arrays, and of alternatives within alternatives, that are compared to tell variants apart.
    static let comparedLevels = 8
    /// The members by which a plan may tell variants apart, one after the other.
    static let planMembers = 4
    /// The variants of a plan by members that are there.
    static let planKeys = 200
    /// The branches of a plan.
    static let planBranches = 20_000

    // MARK: Values

    /// The levels of alternatives that are searched for one that allows `null`.
    static let nullLevels = 500
    /// The levels of a default or an example that are checked.
    static let checkedLevels = 32
    /// The levels of arrays that are searched for numbers that need all their digits.
    static let digitLevels = 8
}
