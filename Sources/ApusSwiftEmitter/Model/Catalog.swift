import ApusAPIModel
import ApusDiagnostics

/// What the view models look up: declarations by name, and the Swift name of everything.
///
/// A class, because every view is made with one: a structure of all this would be copied for each.
final class Catalog {
    let api: API
    let options: EmitterOptions
    let declarations: [TypeID: TypeDeclaration]
    /// The names in the module's scope.
    let names: ModuleNames
    /// The properties of objects, constants included.
    private(set) var properties: [TypeID: [SwiftProperty]] = [:]
    /// The cases of enums.
    private(set) var cases: [TypeID: [SwiftEnum.Case]] = [:]
    /// The variants of unions.
    private(set) var variants: [TypeID: [SwiftUnion.Variant]] = [:]

    init(_ api: API, options: EmitterOptions, into diagnostics: inout Diagnostics) {
        self.api = api
        self.options = options
        declarations = Dictionary(api.types.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        names = ModuleNames(api, options: options, into: &diagnostics)
        addMembers(Self.namesOfAllMembers(api, options: options, into: &diagnostics))
        // The expressions need all properties to be known.
        for (id, list) in properties where list.contains(where: \.needsExpressions) {
            properties[id] = list.map { $0.withExpressions(self) }
        }
    }

    private func addMembers(_ memberNames: [TypeID: [String]]) {
        let tags = findTags()
        let storage = Storage(self)
        for declaration in api.types {
            let id = declaration.id
            let names = memberNames[id] ?? []
            let indirect = storage.indirectMembers(of: id)
            switch declaration.shape {
            case .object(let object):
                properties[id] = zip(object.properties, names).enumerated().map { index, item in
                    SwiftProperty(
                        item.0, name: item.1, among: names, isIndirect: indirect.contains(index),
                        isTag: tags.contains(Tag(type: id, member: item.0.name)), in: declaration, self)
                }
            case .enumeration(let enumeration): cases[id] = SwiftEnum.Case.cases(of: enumeration, names: names)
            case .union(let union):
                variants[id] = zip(union.variants, names).enumerated().map { index, item in
                    SwiftUnion.Variant(item.0, name: item.1, isIndirect: indirect.contains(index), self)
                }
            case .alias: break
            }
        }
    }

    func typeName(_ id: TypeID) -> String { names.type(id) }

    /// The type that a chain of aliases ends in.
    func resolved(_ type: Type) -> Type { resolvedUse(TypeUse(type, origin: unknownOrigin)).type }

    /// The same use of a type with aliases replaced by what they stand for: their nullability and constraints are
    /// added to those of the use.
    func resolvedUse(_ use: TypeUse) -> TypeUse {
        var use = use
        var steps = 0
        while case .named(let id) = use.type, let declaration = declarations[id],
            declaration.externalType == nil, case .alias(let target) = declaration.shape, !isTuple(target.type),
            steps < declarations.count
        {
            use.type = target.type
            use.isNullable = use.isNullable || target.isNullable
            use.constraints.assertions += declaration.constraints.assertions + target.constraints.assertions
            steps += 1
        }
        return use
    }

    func isNullable(_ use: TypeUse) -> Bool {
        if use.isNullable { return true }
        switch use.type {
        case .named: return resolvedUse(use).isNullable
        default: return false
        }
    }

    private func isTuple(_ type: Type) -> Bool {
        if case .tuple = type { true } else { false }
    }
}

/// For types that are made up while looking something up.
let unknownOrigin = Origin(place: Place(file: "", line: 1, column: 1, offset: 0, length: 0), pointer: "")
