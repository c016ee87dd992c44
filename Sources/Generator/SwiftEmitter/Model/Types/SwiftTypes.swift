import ApusAPIModel
import ApusDiagnostics

/// The declared types of an API with their members in Swift. The rest of the model is derived from them.
///
/// A class, because every part of the model uses it and would otherwise copy all these tables.
final class SwiftTypes {
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
        addMembers(MemberNames.names(ofTypesIn: api, overrides: options.nameOverrides, into: &diagnostics))
        // The expressions need all properties to be known.
        for (id, list) in properties where list.contains(where: \.needsExpressions) {
            properties[id] = list.map { $0.withExpressions(self) }
        }
    }

    private func addMembers(_ memberNames: [TypeID: [String]]) {
        let tags = Tag.all(in: self)
        let storage = Storage(self)
        for declaration in api.types {
            let id = declaration.id
            let names = memberNames[id] ?? []
            let indirect = storage.indirectMembers(of: id)
            switch declaration.shape {
            case .object(let object):
                let mentions = MentionedNames(
                    self.names, members: zip(object.properties, names).map { ($0.name, $1) })
                properties[id] = zip(object.properties, names).enumerated().map { index, item in
                    SwiftProperty(
                        item.0, name: item.1, among: names, isIndirect: indirect.contains(index),
                        isTag: tags.contains(Tag(type: id, member: item.0.name)), in: declaration, mentions, self)
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
}

extension SwiftTypes {
    func typeName(_ id: TypeID) -> String { names.type(id) }

    /// The type that a chain of aliases ends in.
    func resolved(_ type: Type) -> Type { resolvedUse(TypeUse(type, origin: .unknown)).type }

    /// The same use of a type with its aliases resolved. It also has the nullability and constraints of the aliases.
    func resolvedUse(_ use: TypeUse) -> TypeUse {
        var use = use
        var steps = 0
        while case .named(let id) = use.type, let declaration = declarations[id],
            !declaration.isExternal, case .alias(let target) = declaration.shape, !isTuple(target.type),
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

    /// The Swift type of a use, such as `[String: UUID?]`.
    func swiftType(_ use: TypeUse) -> SwiftType {
        let type = swiftType(use.type)
        return isNullable(use) ? .optional(type) : type
    }

    /// The Swift type of values other than `null`.
    func swiftType(_ type: Type) -> SwiftType {
        switch type {
        case .boolean: .named("Bool")
        case .integer(let format): .named(format.swiftName)
        case .number(let format): .named(format.swiftName)
        case .string: .string
        case .base64: .named("Base64Data")
        case .file: .named("MultipartFile")
        case .dateTime: .named("DateTime")
        case .date: .named("CalendarDate")
        case .uuid: .named("UUID")
        case .url: .named("URL")
        case .array(let element): .array(swiftType(element))
        case .map(let value): .dictionary(swiftType(value))
        case .tuple(let elements): names.tuples[elements].map { .named($0) } ?? .array(.jsonValue)
        case .named(let id): .named(typeName(id))
        case .any: .jsonValue
        case .null: .named("JSONNull")
        case .never: .named("JSONNever")
        }
    }

    private func isTuple(_ type: Type) -> Bool {
        if case .tuple = type { true } else { false }
    }
}

extension Origin {
    /// The origin of temporary types that a lookup creates.
    fileprivate static let unknown = Origin(
        place: Place(file: "", line: 1, column: 1, offset: 0, length: 0), pointer: "")
}

extension IntegerFormat {
    fileprivate var swiftName: String {
        switch self {
        case .unspecified: "Int"
        case .int8: "Int8"
        case .int16: "Int16"
        case .int32: "Int32"
        case .int64: "Int64"
        case .uint8: "UInt8"
        case .uint16: "UInt16"
        case .uint32: "UInt32"
        case .uint64: "UInt64"
        }
    }
}

extension NumberFormat {
    fileprivate var swiftName: String {
        switch self {
        case .unspecified, .double: "Double"
        case .float: "Float"
        case .decimal: "Decimal"
        case .exact: "JSONDecimal"
        }
    }
}
