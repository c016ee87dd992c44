import ApusAPIModel

// Numbers in unions.
extension API {
    /// Makes the numbers in all unions keep their digits, because a `Double` cannot hold all integers beyond 2^53.
    mutating func keepDigits(_ index: TypeIndex) {
        let table = TypeTable(types, index)
        for position in types.indices {
            guard case .union(var shape) = types[position].shape, shape.variants.count > 1 else { continue }
            guard shape.variants.contains(where: { table.needsDigits($0.type) }) else { continue }
            for variant in shape.variants.indices {
                shape.variants[variant].type = table.keepingDigits(shape.variants[variant].type)
            }
            types[position].shape = .union(shape)
        }
    }
}

extension TypeTable {
    /// Whether a union with this variant can have integers as numbers: the variant is a number, or contains integers.
    fileprivate func needsDigits(_ use: TypeUse) -> Bool {
        var type = resolved(use.type)
        if case .number = type { return true }
        var level = 0
        while case .array(let element) = type, level < Bounds.digitLevels {
            type = resolved(element.type)
            level += 1
        }
        if case .integer = type { return true }
        return type == .number(.exact)
    }

    /// The use with numbers that keep their digits, also within arrays. Aliases of numbers are replaced by their
    /// targets.
    fileprivate func keepingDigits(_ use: TypeUse, level: Int = 0) -> TypeUse {
        var result = resolvedWithConstraints(use)
        switch result.type {
        case .number(let format) where format != .decimal: result.type = .number(.exact)
        case .array(let element) where level < Bounds.digitLevels:
            let inner = keepingDigits(element, level: level + 1)
            if inner == element { return use }
            result.type = .array(inner)
        default: return use
        }
        return result
    }

    /// The use with aliases replaced by their targets and constraints.
    private func resolvedWithConstraints(_ use: TypeUse) -> TypeUse {
        var use = use
        var steps = 0
        while case .named(let id) = use.type, let declaration = self[id], !declaration.isExternal,
            case .alias(let target) = declaration.shape, steps < count
        {
            use.type = target.type
            use.isNullable = use.isNullable || target.isNullable
            use.constraints.assertions += declaration.constraints.assertions + target.constraints.assertions
            steps += 1
        }
        return use
    }
}
