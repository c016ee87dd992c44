/// The syntax tree of a regular expression (ECMA-262 §22.2.1).
indirect enum PatternNode: Sendable {
    enum Assertion: Sendable { case start, end, wordBoundary, notWordBoundary }

    case empty
    case scalar(ScalarClass)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case capture(PatternNode, index: Int)
    /// `captures` are the groups within the node. Each iteration clears them.
    case repeated(PatternNode, minimum: Int, maximum: Int?, isGreedy: Bool, captures: Range<Int>)
    case assertion(Assertion)
    case lookaround(PatternNode, isAhead: Bool, isNegated: Bool)
    case backreference(Int)
    case namedBackreference(String)
}

/// The reason why a text is not a regular expression.
package struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The mistake, such as "a quantifier with nothing to repeat".
    package let reason: String
    /// The position in code points from the start of the pattern.
    package let position: Int

    package var description: String { "\(reason) at position \(position)" }
}
