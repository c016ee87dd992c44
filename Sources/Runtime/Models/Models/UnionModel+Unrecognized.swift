extension UnionModel {
    /// Keeps a value as JSON after its variant could not be decoded, so that the rest of the text is still decoded.
    ///
    /// - Throws: The error, if it does not concern the value's content, if the value is the whole text, or if the union
    ///   has no case for unrecognized values.
    @inline(never)
    static func keeping(
        what error: JSONError, of table: UnionTable, from mark: JSONReader.Mark, _ reader: inout JSONReader
    ) throws(JSONError) -> Self {
        guard table.isOpen, mark.isInside, error.isAboutContent else { throw error }
        // A later attempt will keep the members of this variant.
        if error.kind == .unknownMember, reader.refusesUnknownMembers { throw error }
        try reader.rewindForTrial(to: mark)
        return try Self(variant: table.types.count, from: &reader)
    }
}

extension JSONError {
    /// Whether the text is valid JSON that does not match the description.
    fileprivate var isAboutContent: Bool {
        switch kind {
        case .mismatch, .invalidValue, .missingMember, .unknownMember, .noVariant: true
        case .syntax, .memberOfOtherDirection, .duplicateMember, .limit, .notFinite: false
        }
    }
}
