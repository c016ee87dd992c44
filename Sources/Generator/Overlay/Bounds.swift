/// What a JSONPath query may take.
enum Bounds {
    /// The levels of parentheses and brackets.
    static let depth = 64
    /// The nodes that its evaluation visits.
    static let steps = 4_000_000
}
