import ApusAPIModel

// Values that match several variants of an `anyOf`.
extension API {
    /// Makes the variants of a received `anyOf` keep members that only other variants list, because a value is decoded
    /// as one variant but can match several.
    mutating func keepOverlaps(_ index: TypeIndex) {
        for declaration in types {
            guard case .union(let union) = declaration.shape, union.keyword == "anyOf" else { continue }
            let table = TypeTable(types, index)
            for variants in union.discrimination.trials {
                let objects = variants.compactMap { table.object(union.variants[$0].type) }
                for (position, shape) in objects
                where shape.additionalProperties == .ignored && types[position].direction != .request {
                    let own = Set(shape.properties.map(\.name))
                    let others = objects.flatMap { $0.shape.properties.map(\.name) }
                    guard others.contains(where: { !own.contains($0) }) else { continue }
                    var shape = shape
                    shape.additionalProperties = .kept(TypeUse(.any, origin: types[position].origin))
                    shape.isPartOfOverlap = true
                    types[position].shape = .object(shape)
                }
            }
        }
    }
}

extension TypeTable {
    /// The object that a use leads to, and its index.
    fileprivate func object(_ use: TypeUse) -> (position: Int, shape: ObjectShape)? {
        guard case .named(let id) = resolved(use).type, let position = self.position(of: id),
            let declaration = self[id], !declaration.isExternal, case .object(let shape) = declaration.shape
        else { return nil }
        return (position, shape)
    }
}

extension Discrimination {
    /// The lists of variants that are tried in order.
    fileprivate var trials: [[Int]] {
        switch self {
        case .trial(let variants): [variants]
        case .variant: []
        case .kind(let branches): branches.flatMap(\.plan.trials)
        case .property(_, let branches, let otherwise, let absent):
            branches.flatMap(\.plan.trials) + (otherwise?.trials ?? []) + (absent?.trials ?? [])
        case .value(let branches, let otherwise): branches.flatMap(\.plan.trials) + (otherwise?.trials ?? [])
        case .presence(let branches, let otherwise): branches.flatMap(\.plan.trials) + (otherwise?.trials ?? [])
        case .element(let plan, _): plan.trials
        }
    }
}
