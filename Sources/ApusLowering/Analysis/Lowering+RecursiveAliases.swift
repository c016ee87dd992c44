import ApusAPIModel
import ApusDiagnostics

// Names for arrays, maps and tuples of themselves, and for nothing but themselves.
extension Lowering {
    /// Declares types in place of names for what contains itself, which Swift has no name for.
    ///
    /// A map becomes an object that has nothing but such members, an array or a tuple a union of one variant. One type
    /// in each cycle is enough. What is left, such as two names for each other, has no values that could be told.
    mutating func declareRecursiveAliases(in api: inout API) {
        var aliases: [TypeID: TypeUse] = [:]
        for declaration in api.types {
            if case .alias(let use) = declaration.shape { aliases[declaration.id] = use }
        }
        for index in api.types.indices {
            let declaration = api.types[index]
            guard case .alias(let use) = declaration.shape,
                leads(from: use.type, to: declaration.id, through: aliases)
            else { continue }
            switch use.type {
            case .map(let value) where !use.isNullable:
                api.types[index].constraints.assertions += use.constraints.assertions
                api.types[index].shape = .object(ObjectShape(properties: [], additionalProperties: .kept(value)))
            case .array where !use.isNullable, .tuple where !use.isNullable:
                api.types[index].shape = .union(
                    UnionShape(
                        variants: [UnionShape.Variant(nameHint: "array", type: use)], discrimination: .variant(0),
                        isOpen: false))
            default:
                leaveOutSelf(declaration)
                api.types[index].shape = .alias(TypeUse(.any, origin: declaration.origin))
            }
            aliases[declaration.id] = nil
        }
    }

    private mutating func leaveOutSelf(_ declaration: TypeDeclaration) {
        let start = mark
        diagnostics.error(
            .recursiveAlias, "`\(declaration.id.name)` is nothing but itself", at: declaration.origin.place,
            help: "put the reference to it into a property or into a variant of a `oneOf`")
        leaveOut(declaration.id, at: declaration.origin.place, since: start)
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
