extension UnionModel {
    /// The first variant that decodes and validates: without losing a member if there is one, else with members
    /// skipped. If none validates, the first that decodes, for validation to say what is wrong with it.
    ///
    /// A closed object is told apart by the members that it refuses. Only if the union has no case for other values
    /// does it keep them then.
    static func firstFitting(
        _ variants: [Int], of table: UnionTable, from reader: inout JSONReader
    ) throws(JSONError) -> Self {
        let outer = (unknown: reader.refusesUnknownMembers, unrecognized: reader.refusesUnrecognizedMembers)
        defer { (reader.refusesUnknownMembers, reader.refusesUnrecognizedMembers) = outer }
        let mark = reader.mark
        var failures: [JSONError.Variant] = []
        var invalid: (variant: Int, refusesUnknownMembers: Bool)?
        reader.refusesUnrecognizedMembers = true
        for refusesUnknownMembers in outer.unknown ? [true] : [true, false] {
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
        (reader.refusesUnknownMembers, reader.refusesUnrecognizedMembers) = outer
        if table.isOpen { return try Self(variant: table.types.count, from: &reader) }
        if !outer.unrecognized, let variant = try closest(of: variants, from: &reader) {
            return try Self(variant: variant, from: &reader)
        }
        throw JSONError(
            .noVariant, at: reader.offsetOfNextValue, expected: "a variant of \(table.name)",
            found: "a value that is none", variants: failures)
    }

    /// The variant that decodes with the fewest members that its closed objects do not list.
    private static func closest(of variants: [Int], from reader: inout JSONReader) throws(JSONError) -> Int? {
        let mark = reader.mark
        var best: (variant: Int, count: Int)?
        for variant in variants {
            let before = reader.unrecognizedMemberCount
            do throws(JSONError) {
                _ = try Self(variant: variant, from: &reader)
                let count = reader.unrecognizedMemberCount - before
                if best.map({ count < $0.count }) ?? true { best = (variant, count) }
            } catch {
                if error.kind == .limit { throw error }
            }
            try reader.rewindForTrial(to: mark)
        }
        return best?.variant
    }

    /// Whether the value keeps the rules of its variant.
    private var isOneOfItsVariant: Bool {
        let shape = ShapeCache.shared.shape(of: Self.self)
        guard shape.isConstrained else { return true }
        var evaluator = Evaluator(options: ValidationOptions())
        return unsafe withUnsafePointer(to: self) { unsafe evaluator.keepsVariant(Instance(shape: shape, memory: $0)) }
    }
}
