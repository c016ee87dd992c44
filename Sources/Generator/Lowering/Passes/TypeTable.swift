import ApusAPIModel

/// The indices of an API's types by their ids.
///
/// Passes change types in place, so they share one index. Only the pass that adds sent forms creates another.
struct TypeIndex {
    private let positions: [TypeID: Int]

    init(_ types: [TypeDeclaration]) {
        positions = Dictionary(types.indices.map { (types[$0].id, $0) }) { first, _ in first }
    }

    subscript(id: TypeID) -> Int? { positions[id] }
}

/// The types of an API by their ids at one time.
struct TypeTable {
    private let types: [TypeDeclaration]
    private let index: TypeIndex

    init(_ types: [TypeDeclaration], _ index: TypeIndex) {
        self.types = types
        self.index = index
    }

    var count: Int { types.count }

    subscript(id: TypeID) -> TypeDeclaration? { index[id].map { types[$0] } }

    func position(of id: TypeID) -> Int? { index[id] }

    /// The use with generated aliases replaced by their targets.
    func resolved(_ use: TypeUse) -> TypeUse {
        var use = use
        var steps = 0
        while case .named(let id) = use.type, let declaration = self[id], !declaration.isExternal,
            case .alias(let target) = declaration.shape, steps < count
        {
            use.type = target.type
            use.isNullable = use.isNullable || target.isNullable
            steps += 1
        }
        return use
    }

    /// The type with generated aliases replaced by their targets.
    func resolved(_ type: Type) -> Type {
        guard case .named(let id) = type, let origin = self[id]?.origin else { return type }
        return resolved(TypeUse(type, origin: origin)).type
    }
}
