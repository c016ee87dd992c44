import ApusAPIModel

/// One of the compared descriptions, with its types by name.
struct Side {
    let api: API
    let types: [TypeID: TypeDeclaration]

    init(_ api: API) {
        self.api = api
        types = Dictionary(api.types.map { ($0.id, $0) }) { first, _ in first }
    }

    /// Returns the use of the type that an alias stands for, with the assertions and the nullability of all steps.
    func resolved(_ use: TypeUse) -> TypeUse {
        var result = use
        var seen: Set<TypeID> = []
        while case .named(let id) = result.type, seen.insert(id).inserted, let declaration = types[id],
            !declaration.isExternal, case .alias(let target) = declaration.shape
        {
            let assertions = result.constraints.assertions + declaration.constraints.assertions
            result = TypeUse(
                target.type, isNullable: result.isNullable || target.isNullable,
                constraints: Constraints(assertions + target.constraints.assertions), origin: target.origin)
        }
        return result
    }

    func declaration(of use: TypeUse) -> TypeDeclaration? {
        guard case .named(let id) = resolved(use).type else { return nil }
        return types[id]
    }

    func shape(of use: TypeUse) -> TypeDeclaration.Shape? { declaration(of: use)?.shape }

    /// Returns the kinds of JSON that values of a type have. A number includes integers.
    func kinds(of use: TypeUse) -> Set<Discrimination.JSONKind> {
        var seen: Set<TypeID> = []
        return kinds(of: use, &seen)
    }

    private func kinds(of use: TypeUse, _ seen: inout Set<TypeID>) -> Set<Discrimination.JSONKind> {
        switch use.type {
        case .boolean: return [.boolean]
        case .integer: return [.integer]
        case .number: return [.integer, .number]
        case .string, .base64, .file, .dateTime, .date, .uuid, .url: return [.string]
        case .array, .tuple: return [.array]
        case .map: return [.object]
        case .null: return [.null]
        case .never: return []
        case .any: return Set(Discrimination.JSONKind.allCases)
        case .named(let id):
            guard let declaration = types[id], seen.insert(id).inserted else { return [] }
            switch declaration.shape {
            case .object: return [.object]
            case .enumeration(let enumeration): return enumeration.rawType == .string ? [.string] : [.integer]
            case .alias(let target): return kinds(of: target, &seen)
            case .union(let union):
                return union.variants.reduce(into: []) { $0.formUnion(kinds(of: $1.type, &seen)) }
            }
        }
    }
}
