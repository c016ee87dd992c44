/// A regular expression of ECMA-262 with the `u` flag, as JSON Schema's `pattern` has it (§6.3.3).
///
/// A pattern without references to groups and lookarounds is matched in time linear in the text; for another
/// one the number of steps is limited.
package struct ECMAPattern: Sendable {
    package enum Result: Sendable {
        case match
        case noMatch
        /// The pattern needs too many steps on this text.
        case stepLimit
    }

    package let text: String
    private let program: PatternProgram

    /// Compiles a pattern.
    ///
    /// - Parameter isStrict: whether only what the standard's grammar allows is taken. If it is not, a few
    ///   habits with one meaning are taken as well: escaped punctuation as in `\-`, lone brackets, and `\A`, `\z` and
    ///   `\Z` for the text's start and end.
    package init(_ text: String, isStrict: Bool = false) throws(PatternError) {
        self.text = text
        program = try PatternProgram(text, isStrict: isStrict)
    }

    /// Where the first `\A`, `\z` or `\Z` is, in code points from the pattern's start.
    package var foreignAnchor: Int? { program.foreignAnchor }

    /// Looks for a match anywhere in a text.
    package func match(in text: String) -> Result {
        var text = text
        return text.withUTF8 { unsafe match(in: $0) }
    }

    /// Looks for a match anywhere in a text. The bytes must be valid UTF-8.
    package func match(in utf8: UnsafeBufferPointer<UInt8>) -> Result {
        let text = unsafe PatternText(bytes: utf8)
        if !program.needsBacktracking { return LinearMatcher.matches(program, text) ? .match : .noMatch }
        switch BacktrackingMatcher.matches(program, text) {
        case true?: return .match
        case false?: return .noMatch
        case nil: return .stepLimit
        }
    }
}
