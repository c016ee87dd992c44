/// A regular expression of ECMA-262 with the `u` flag, as used by JSON Schema's `pattern` (§6.3.3).
///
/// ```swift
/// let pattern = try ECMAPattern(#"^\p{Lu}\w*$"#)
/// pattern.match(in: "Apus")      // .match
/// ```
///
/// A pattern without backreferences and lookarounds is matched in time linear in the text. For other patterns, the
/// number of steps is limited.
package struct ECMAPattern: Sendable {
    package enum Result: Sendable {
        case match
        case noMatch
        /// The pattern needs too many steps for this text.
        case stepLimit
    }

    package let text: String
    private let program: PatternProgram

    /// Compiles a pattern.
    ///
    /// - Parameter isStrict: Whether to accept only the grammar of the standard. Otherwise some common forms with one
    ///   meaning are accepted too: escaped punctuation such as `\-`, lone brackets, and `\A`, `\z` and `\Z` for the
    ///   start and the end of the text.
    package init(_ text: String, isStrict: Bool = false) throws(PatternError) {
        self.text = text
        program = try PatternProgram(text, isStrict: isStrict)
    }

    /// The position of the first `\A`, `\z` or `\Z`, in code points from the start of the pattern.
    package var foreignAnchor: Int? { program.foreignAnchor }

    /// Searches a text for a match.
    package func match(in text: String) -> Result {
        var text = text
        return text.withUTF8 { unsafe match(in: $0) }
    }

    /// Searches a text for a match. The bytes must be valid UTF-8.
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
