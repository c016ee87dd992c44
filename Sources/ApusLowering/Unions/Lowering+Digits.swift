import ApusAPIModel
import ApusOpenAPI
import ApusYAMLSource

// Numbers beside integers, or beside values of other types, keep the digits that they are written with: a double holds
// no integer beyond 2^53.
extension Lowering {
    /// Whether a schema is one of integers, or of arrays of integers.
    func describesIntegers(_ schema: Schema) -> Bool {
        var schema = schema
        for _ in 0..<8 {
            let whole = Conjunction([schema])
            if whole.kinds == .integer { return true }
            guard whole.kinds == .array, let items = whole.parts.lazy.compactMap({ $0.subschema(.items) }).first else {
                return false
            }
            schema = items
        }
        return false
    }

    /// Makes numbers, or arrays of numbers, keep their digits. Another name for them is replaced by what it stands for.
    mutating func keepDigits(of use: inout TypeUse, _ schemas: [Schema], path: NamePath) {
        if case .named(let id) = use.type {
            let whole = Conjunction(schemas)
            let isPlain = whole.kinds == .number || whole.kinds == .array
            guard isPlain, externalType(of: id) == nil, !whole.hasAny(of: [.enum, .const, .oneOf, .anyOf]) else { return }
            let written = type(of: whole, path: path)
            guard written.type != written.type.keepingDigits else { return }
            use.type = written.type
            use.constraints = written.constraints
        }
        use.type = use.type.keepingDigits
    }

    /// Makes the numbers of all unions keep their digits.
    func keepDigits(in api: inout API) {
        let declarations = Dictionary(api.types.map { ($0.id, $0) }) { first, _ in first }
        for index in api.types.indices {
            guard case .union(var shape) = api.types[index].shape, shape.variants.count > 1 else { continue }
            guard shape.variants.contains(where: { declarations.asksForDigits($0.type) }) else { continue }
            for variant in shape.variants.indices {
                shape.variants[variant].type = declarations.keepingDigits(shape.variants[variant].type)
            }
            api.types[index].shape = .union(shape)
        }
    }
}

extension Type {
    /// The type with numbers that keep their digits, in arrays too. A decimal does so itself.
    var keepingDigits: Type {
        switch self {
        case .number(let format) where format != .decimal: return .number(.exact)
        case .array(var element):
            element.type = element.type.keepingDigits
            return .array(element)
        default: return self
        }
    }
}

extension [TypeID: TypeDeclaration] {
    /// Whether numbers of the union that has such a variant may be integers: it is a number, or has integers.
    fileprivate func asksForDigits(_ use: TypeUse) -> Bool {
        var type = resolved(use.type)
        if case .number = type { return true }
        var level = 0
        while case .array(let element) = type, level < 8 {
            type = resolved(element.type)
            level += 1
        }
        if case .integer = type { return true }
        return type == .number(.exact)
    }

    /// The use with numbers that keep their digits, in arrays too. Other names for them are replaced by what they stand for.
    fileprivate func keepingDigits(_ use: TypeUse, level: Int = 0) -> TypeUse {
        var result = resolvedWithConstraints(use)
        switch result.type {
        case .number(let format) where format != .decimal: result.type = .number(.exact)
        case .array(let element) where level < 8:
            let inner = keepingDigits(element, level: level + 1)
            if inner == element { return use }
            result.type = .array(inner)
        default: return use
        }
        return result
    }

    /// The use with aliases replaced by what they stand for, and with their constraints.
    private func resolvedWithConstraints(_ use: TypeUse) -> TypeUse {
        var use = use
        var steps = 0
        while case .named(let id) = use.type, let declaration = self[id], declaration.externalType == nil,
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
