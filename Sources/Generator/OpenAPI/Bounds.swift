/// What reading a description does no more of.
enum Bounds {
    /// The length of a chain of references. Resolving each reference costs the length of its chain.
    static let chainLength = 100
    /// The depth of references whose pointers lead through other references. Each level uses the stack.
    static let passages = 64
    /// The names that are compared with those of broken references, to suggest one.
    static let comparisons = 100_000
}
