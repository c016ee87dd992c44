/// What a pattern and its matching may take.
enum Bounds {
    /// The levels of groups in a pattern.
    static let groupDepth = 200
    /// The instructions of a program. They bound patterns such as `((a{99}){99}){99}`, because counted loops are unrolled.
    static let instructions = 20_000
    /// The count up to which a loop over one set is unrolled. Beyond it, the loop is one `run` instruction, which only the
    /// backtracking matcher supports.
    static let copies = 256
    /// The steps of backtracking, which take some tens of milliseconds.
    static let steps = 2_000_000
    /// The levels of lookarounds while matching.
    static let matchingDepth = 64
}
