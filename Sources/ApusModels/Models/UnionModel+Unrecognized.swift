extension UnionModel {
    /// Keeps a part of a text as JSON after its variant could not be read, so that it costs nothing but itself.
    ///
    /// - Throws: The error, if it is not about the value's content, or if there is no case for what is not recognized. The
    ///   whole of a text is refused as well.
    @inline(never)
    static func keeping(
        what error: JSONError, of table: UnionTable, from mark: JSONReader.Mark, _ reader: inout JSONReader
    ) throws(JSONError) -> Self {
        guard table.isOpen, mark.isInside, error.isAboutContent else { throw error }
        // Another attempt will keep the members of a variant that is tried.
        if error.kind == .unknownMember, reader.refusesUnknownMembers { throw error }
        try reader.rewindForTrial(to: mark)
        return try Self(variant: table.types.count, from: &reader)
    }
}

extension JSONError {
    /// Whether the text is JSON that can be read, but not what is described.
    fileprivate var isAboutContent: Bool {
        switch kind {
        case .mismatch, .invalidValue, .missingMember, .unknownMember, .noVariant: true
        case .syntax, .duplicateMember, .limit, .notFinite: false
        }
    }
}
