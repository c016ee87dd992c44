extension UnionModel {
    /// The first variant that decodes: without losing a member if there is one, else with members skipped.
    static func firstFitting(
        _ variants: [Int], of table: UnionTable, from reader: inout JSONReader
    ) throws(JSONError) -> Self {
        let wasRefusing = reader.refusesUnknownMembers
        defer { reader.refusesUnknownMembers = wasRefusing }
        let mark = reader.mark
        var failures: [JSONError.Variant] = []
        for refusesUnknownMembers in wasRefusing ? [true] : [true, false] {
            reader.refusesUnknownMembers = refusesUnknownMembers
            failures.removeAll()
            for variant in variants {
                do throws(JSONError) {
                    return try Self(variant: variant, from: &reader)
                } catch {
                    // What bounds the work bounds all variants of it.
                    if error.kind == .limit { throw error }
                    failures.append(JSONError.Variant(index: variant, error: error))
                    try reader.rewindForTrial(to: mark)
                }
            }
        }
        reader.refusesUnknownMembers = wasRefusing
        if table.isOpen { return try Self(variant: table.types.count, from: &reader) }
        throw JSONError(
            .noVariant, at: reader.offsetOfNextValue, expected: "a variant of \(table.name)",
            found: "a value that is none", variants: failures)
    }
}
