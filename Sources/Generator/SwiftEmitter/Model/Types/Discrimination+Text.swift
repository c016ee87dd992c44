import ApusAPIModel
import ApusFormat

extension Discrimination {
    /// The plan as JSON, in the form of the runtime's union tables. Variants have the same names as in the table.
    func literal(_ names: [String]) -> JSONLiteral {
        func pair(_ key: JSONLiteral, _ plan: Discrimination) -> JSONLiteral { .array([key, plan.literal(names)]) }
        func member(_ key: UnionPlanKey, _ plan: Discrimination?) -> [JSONLiteral.Member] {
            plan.map { [.init(key, $0.literal(names))] } ?? []
        }
        return switch self {
        case .variant(let index): .string(names[index])
        case .kind(let branches):
            .object(
                [.init(.kinds, .object(branches.map { .init($0.key.planKind.rawValue, $0.plan.literal(names)) }))])
        case .property(let name, let branches, let otherwise, let absent):
            .object(
                [
                    .init(.property, .string(name)), .init(.values, .array(branches.map { pair($0.key, $0.plan) })),
                ] + member(.otherwise, otherwise) + member(.absent, absent))
        case .presence(let branches, let otherwise):
            .object(
                [.init(.keys, .array(branches.map { pair(.string($0.key), $0.plan) }))] + member(.otherwise, otherwise))
        case .value(let branches, let otherwise):
            .object([.init(.listed, .array(branches.map { pair($0.key, $0.plan) }))] + member(.otherwise, otherwise))
        case .element(let plan, let empty):
            .object([.init(.element, plan.literal(names)), .init(.empty, .string(names[empty]))])
        case .trial(let variants):
            .object([.init(.trial, .array(variants.map { .string(names[$0]) }))])
        }
    }

    /// Returns the variant of a literal, or `nil` if only a trial can determine it.
    func variant(of literal: JSONLiteral) -> Int? {
        switch self {
        case .variant(let index): return index
        case .kind(let branches):
            let kinds = literal.kinds
            for kind in kinds {
                if let branch = branches.first(where: { $0.key == kind }) { return branch.plan.variant(of: literal) }
            }
            return nil
        case .property(let name, let branches, let otherwise, let absent):
            guard let value = literal[name] else { return (absent ?? otherwise)?.variant(of: literal) }
            let branch = branches.first { $0.key == value }
            return (branch?.plan ?? otherwise)?.variant(of: literal)
        case .presence(let branches, let otherwise):
            guard let branch = branches.first(where: { literal[$0.key] != nil }) else {
                return otherwise?.variant(of: literal)
            }
            return branch.plan.variant(of: literal)
        case .value(let branches, let otherwise):
            let branch = branches.first { $0.key == literal }
            return (branch?.plan ?? otherwise)?.variant(of: literal)
        case .element(let plan, let empty):
            guard case .array(let elements) = literal else { return nil }
            return elements.first.map { plan.variant(of: $0) } ?? empty
        case .trial: return nil
        }
    }
}

extension JSONLiteral.Member {
    fileprivate init(_ key: UnionPlanKey, _ value: JSONLiteral) { self.init(key.rawValue, value) }
}

extension Discrimination.JSONKind {
    fileprivate var planKind: UnionPlanKind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .integer: .integer
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

extension JSONLiteral {
    /// The JSON types of the value, the narrowest first.
    fileprivate var kinds: [Discrimination.JSONKind] {
        switch self {
        case .null: [.null]
        case .bool: [.boolean]
        case .number(let digits): Int(digits) == nil ? [.number] : [.integer, .number]
        case .string, .reference: [.string]
        case .array: [.array]
        case .object: [.object]
        }
    }
}
