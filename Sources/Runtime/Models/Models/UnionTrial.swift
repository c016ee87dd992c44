extension UnionModel {
    /// Returns the first variant that decodes and validates.
    ///
    /// The first pass refuses unknown members to prefer a variant that keeps everything. The second pass skips them.
    /// If no variant validates, the result is the first one that decodes, so that validation can report its violations.
    ///
    /// Closed objects refuse the members that they do not list, which distinguishes variants. They keep these members
    /// only if the union has no case for unrecognized values.
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
                    // A limit applies to the whole union, so that other variants are not tried.
                    if error.kind == .limit { throw error }
                    failures.append(JSONError.Variant(index: variant, name: table.variants[variant], error: error))
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
            found: "a value that matches no variant", variants: failures)
    }

    /// Returns the variant that decodes with the fewest unlisted members in closed objects.
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

    /// Whether the value satisfies the constraints on its variant.
    private var isOneOfItsVariant: Bool {
        let shape = ShapeCache.shared.shape(of: Self.self)
        guard shape.isConstrained else { return true }
        var evaluator = Evaluator(options: ValidationOptions())
        return unsafe withUnsafePointer(to: self) {
            unsafe evaluator.acceptsVariant(Instance(shape: shape, memory: $0))
        }
    }
}
