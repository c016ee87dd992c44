import ApusAPIModel
import ApusDiagnostics

// Aliases that contain themselves through arrays, maps or tuples.
extension API {
    /// Replaces aliases that contain themselves by declared types, because Swift has no recursive aliases.
    ///
    /// A map becomes an object with additional properties only, an array or a tuple a union with one variant. One type
    /// in each cycle is enough. Aliases that only refer to each other have no values.
    mutating func declareRecursiveAliases(_ context: inout PassContext) {
        var aliases: [TypeID: TypeUse] = [:]
        for declaration in types {
            if case .alias(let use) = declaration.shape { aliases[declaration.id] = use }
        }
        for index in types.indices {
            let declaration = types[index]
            guard case .alias(let use) = declaration.shape,
                leads(from: use.type, to: declaration.id, through: aliases)
            else { continue }
            switch use.type {
            case .map(let value) where !use.isNullable:
                types[index].constraints.assertions += use.constraints.assertions
                types[index].shape = .object(ObjectShape(properties: [], additionalProperties: .kept(value)))
            case .array where !use.isNullable, .tuple where !use.isNullable:
                types[index].shape = .union(
                    UnionShape(
                        variants: [UnionShape.Variant(nameHint: "array", type: use)], discrimination: .variant(0),
                        isOpen: false))
            default:
                reportEmptyCycle(of: declaration, &context)
                types[index].shape = .alias(TypeUse(.any, origin: declaration.origin))
            }
            aliases[declaration.id] = nil
        }
    }

    private func reportEmptyCycle(of declaration: TypeDeclaration, _ context: inout PassContext) {
        let start = context.diagnostics.mark
        context.diagnostics.error(
            .recursiveAlias, "`\(declaration.id.name)` contains only itself", at: declaration.origin.place,
            help: "put the reference to it into a property or into a variant of a `oneOf`")
        guard context.isLenient else { return }
        context.diagnostics.leaveOut(declaration.id, at: declaration.origin.place, since: start)
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
