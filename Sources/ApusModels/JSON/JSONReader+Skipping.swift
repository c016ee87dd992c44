extension JSONReader {
    /// Steps over the next value. It must be JSON as strict as that of values that are kept.
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

    /// A place to come back to.
    struct Mark {
        fileprivate var position: Int
        fileprivate var depth: Int
        fileprivate var isFirst: Bool

        /// Whether it is within an array or an object.
        var isInside: Bool { depth > 0 }
    }

    var mark: Mark { Mark(position: position, depth: depth, isFirst: isFirst) }

    mutating func rewind(to mark: Mark) {
        position = mark.position
        depth = mark.depth
        isFirst = mark.isFirst
    }

    /// Goes back to read as another variant. Unions that nest may make that explode, so it is bounded.
    mutating func rewindForTrial(to mark: Mark) throws(JSONError) {
        trialAllowance -= position - mark.position
        guard trialAllowance >= 0 else {
            throw JSONError(.limit, at: position, found: "too many variants of nested unions were tried")
        }
        rewind(to: mark)
    }
}
