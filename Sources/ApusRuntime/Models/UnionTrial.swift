extension UnionModel {
    /// The first variant that decodes and validates: without losing a member if there is one, else with members
    /// skipped. If none validates, the first that decodes, for validation to say what is wrong with it.
    static func firstFitting(
        _ variants: [Int], of table: UnionTable, from reader: inout JSONReader
    ) throws(JSONError) -> Self {
        let wasRefusing = reader.refusesUnknownMembers
        defer { reader.refusesUnknownMembers = wasRefusing }
        let mark = reader.mark
        var failures: [JSONError.Variant] = []
        var invalid: (variant: Int, refusesUnknownMembers: Bool)?
        for refusesUnknownMembers in wasRefusing ? [true] : [true, false] {
            reader.refusesUnknownMembers = refusesUnknownMembers
            failures.removeAll()
            for variant in variants {
                do throws(JSONError) {
                    let value = try Self(variant: variant, from: &reader)
                    if value.isOneOfItsVariant { return value }
                    invalid = invalid ?? (variant, refusesUnknownMembers)
                } catch {
                    // What bounds the work bounds all variants of it.
                    if error.kind == .limit { throw error }
                    failures.append(JSONError.Variant(index: variant, error: error))
                }
                try reader.rewindForTrial(to: mark)
            }
        }
        if let invalid {
            reader.refusesUnknownMembers = invalid.refusesUnknownMembers
            return try Self(variant: invalid.variant, from: &reader)
        }
        reader.refusesUnknownMembers = wasRefusing
        if table.isOpen { return try Self(variant: table.types.count, from: &reader) }
        throw JSONError(
            .noVariant, at: reader.offsetOfNextValue, expected: "a variant of \(table.name)",
            found: "a value that is none", variants: failures)
    }

    /// Whether the value keeps the rules of its variant.
    private var isOneOfItsVariant: Bool {
        let shape = ShapeCache.shared.shape(of: Self.self)
        guard shape.isConstrained else { return true }
        var evaluator = Evaluator(options: ValidationOptions())
        return unsafe withUnsafePointer(to: self) { unsafe evaluator.keepsVariant(Instance(shape: shape, memory: $0)) }
    }
}
