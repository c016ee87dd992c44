/// What an expression may have at most.
enum Bounds {
    /// Its length in code points.
    static let length = 2000
    /// The levels of parentheses and operators.
    static let depth = 100
}
