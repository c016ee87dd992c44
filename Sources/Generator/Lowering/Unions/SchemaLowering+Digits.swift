import ApusAPIModel
import ApusOpenAPI

// Numbers that are alternatives to integers, or to values of other types, keep all digits, because a `Double` cannot
// hold all integers beyond 2^53.
extension SchemaLowering {
    /// Whether a schema describes integers or arrays of integers.
    func describesIntegers(_ schema: Schema) -> Bool {
        var schema = schema
        for _ in 0..<8 {
            let conjunction = Conjunction([schema])
            if conjunction.kinds == .integer { return true }
            guard conjunction.kinds == .array,
                let items = conjunction.parts.lazy.compactMap({ $0.subschema(.items) }).first
            else {
                return false
            }
            schema = items
        }
        return false
    }

    /// Makes numbers, or arrays of numbers, keep their digits. Aliases of numbers are replaced by their targets.
    mutating func keepDigits(of use: inout TypeUse, _ schemas: [Schema], path: NamePath) {
        if case .named(let id) = use.type {
            let conjunction = Conjunction(schemas)
            let isPlain = conjunction.kinds == .number || conjunction.kinds == .array
            guard isPlain, !isExternal(id), !conjunction.hasAny(of: [.enum, .const, .oneOf, .anyOf]) else {
                return
            }
            let written = lowerNonNull(conjunction, path: path)
            guard written.type != written.type.keepingDigits else { return }
            use.type = written.type
            use.constraints = written.constraints
        }
        use.type = use.type.keepingDigits
    }
}

extension Type {
    /// The type with numbers that keep their digits, also within arrays. A decimal keeps them already.
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
