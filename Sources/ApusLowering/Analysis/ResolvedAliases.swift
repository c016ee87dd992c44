import ApusAPIModel

extension [TypeID: TypeDeclaration] {
    /// The use with aliases replaced by what they stand for, as far as that is generated.
    func resolved(_ use: TypeUse) -> TypeUse {
        var use = use
        var steps = 0
        while case .named(let id) = use.type, let declaration = self[id], declaration.externalType == nil,
            case .alias(let target) = declaration.shape, steps < count
        {
            use.type = target.type
            use.isNullable = use.isNullable || target.isNullable
            steps += 1
        }
        return use
    }

    /// The type that a type is, by whatever names.
    func resolved(_ type: Type) -> Type {
        guard case .named(let id) = type, let origin = self[id]?.origin else { return type }
        return resolved(TypeUse(type, origin: origin)).type
    }
}
