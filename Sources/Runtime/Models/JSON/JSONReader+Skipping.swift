extension JSONReader {
    /// Skips the next value, checking it as strictly as a value that is kept.
    public mutating func skipValue() throws(JSONError) {
        skipWhitespace()
        switch valueKind {
        case .string?: _ = try readStringBytes()
        case .object?:
            try readMembers { reader throws(JSONError) in try reader.skipValue() }
        case .array?:
            try beginArray()
            while try nextElement() { try skipValue() }
        case .number?: _ = try scanNumberText()
        case .boolean?: _ = try readBool()
        case .null?: _ = readNull()
        case nil: throw failure(expected: "a value")
        }
    }

    /// A position that the reader can return to.
    struct Mark {
        fileprivate var position: Int
        fileprivate var depth: Int
        fileprivate var isFirst: Bool

        /// Whether the position is in an array or object.
        var isInside: Bool { depth > 0 }
    }

    var mark: Mark { Mark(position: position, depth: depth, isFirst: isFirst) }

    mutating func rewind(to mark: Mark) {
        position = mark.position
        depth = mark.depth
        isFirst = mark.isFirst
    }

    /// Rewinds to decode another variant. Nested unions can multiply the work, so the number of bytes is limited.
    mutating func rewindForTrial(to mark: Mark) throws(JSONError) {
        trialAllowance -= position - mark.position
        guard trialAllowance >= 0 else {
            throw JSONError(.limit, at: position, found: "too many variants of nested unions were tried")
        }
        rewind(to: mark)
    }
}
