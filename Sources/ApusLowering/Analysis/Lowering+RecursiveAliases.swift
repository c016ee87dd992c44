import ApusAPIModel

// Arrays and maps of themselves.
extension Lowering {
    /// Declares types in place of names for arrays and maps that contain themselves, which Swift has no name for.
    ///
    /// A map becomes an object that has nothing but such members, an array a union of one variant. One type in each
    /// cycle is enough. What may be `null` itself stays as it is: a declared type has no place for that.
    func declareRecursiveAliases(in api: inout API) {
        var aliases: [TypeID: TypeUse] = [:]
        for declaration in api.types {
            if case .alias(let use) = declaration.shape { aliases[declaration.id] = use }
        }
        for index in api.types.indices {
            let declaration = api.types[index]
            guard case .alias(let use) = declaration.shape, !use.isNullable,
                leads(from: use.type, to: declaration.id, through: aliases)
            else { continue }
            switch use.type {
            case .map(let value):
                api.types[index].constraints.assertions += use.constraints.assertions
                api.types[index].shape = .object(ObjectShape(properties: [], additionalProperties: .kept(value)))
            case .array:
                api.types[index].shape = .union(
                    UnionShape(
                        variants: [UnionShape.Variant(nameHint: "array", type: use)], discrimination: .variant(0),
                        isOpen: false))
            default: continue
            }
            aliases[declaration.id] = nil
        }
    }

    private func leads(from type: Type, to id: TypeID, through aliases: [TypeID: TypeUse]) -> Bool {
        var visited: Set<TypeID> = []
        var pending = [type]
        while let type = pending.popLast() {
            switch type {
            case .array(let use), .map(let use): pending.append(use.type)
            case .tuple(let uses): pending += uses.map(\.type)
            case .named(let next):
                if next == id { return true }
                if visited.insert(next).inserted, let use = aliases[next] { pending.append(use.type) }
            default: break
            }
        }
        return false
    }
}
