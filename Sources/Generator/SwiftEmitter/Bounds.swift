/// What emitting does no more of.
enum Bounds {
    /// The levels of arrays and maps that constraints spell out where a name for a type is meant.
    static let constraintLevels = 16
    /// The levels of unions and names that are searched for files in parts.
    static let partLevels = 8
}
