import ApusAPIModel
import ApusRules

/// The types of an API as the rule language sees them.
struct RuleTypes {
    let declarations: TypeTable

    init(_ declarations: TypeTable) { self.declarations = declarations }

    /// The members of the object with a name.
    func members(of object: String) -> [RuleMember] {
        guard case .object(let shape)? = declarations[TypeID(object)]?.shape else { return [] }
        return shape.properties.map { property in
            let isAlwaysThere = property.isRequired || property.defaultValue != nil
            return RuleMember(
                name: property.name, type: type(of: property.type),
                isOptional: !isAlwaysThere || declarations.resolved(property.type).isNullable)
        }
    }

    func isDeprecated(_ member: String, of object: String) -> Bool {
        guard case .object(let shape)? = declarations[TypeID(object)]?.shape else { return false }
        return shape.properties.contains { $0.name == member && $0.isDeprecated }
    }

    func type(of use: TypeUse) -> RuleType {
        switch declarations.resolved(use).type {
        case .boolean: .bool
        case .integer: .integer
        case .number(.decimal): .unsupported("a decimal")
        case .number: .double
        case .string: .string
        case .base64, .file: .unsupported("bytes")
        case .dateTime: .timestamp
        case .date: .opaque(RuleType.date)
        case .uuid: .opaque("a UUID")
        case .url: .opaque("a URL")
        case .array(let element): .list(elementType(of: element))
        case .map(let value): .map(valueType(of: value))
        case .tuple: .unsupported("a tuple")
        case .named(let id): type(ofDeclared: id)
        case .any: .unsupported("any JSON value")
        case .null: .unsupported("null")
        case .never: .unsupported("a type without values")
        }
    }

    private func type(ofDeclared id: TypeID) -> RuleType {
        switch declarations[id]?.shape {
        case .object: .object(id.name)
        case .enumeration(let shape): shape.rawType == .string ? .string : .integer
        case .union: .unsupported("one of several types")
        case .alias, nil: .unsupported("an unknown type")
        }
    }

    private func elementType(of use: TypeUse) -> RuleType {
        let use = declarations.resolved(use)
        if use.isNullable { return .unsupported("a value or null") }
        return isPlain(use) ? type(of: use) : .unsupported("a number of another width")
    }

    /// Returns the type of a map's values, which expressions read without conversion.
    private func valueType(of use: TypeUse) -> RuleType {
        let use = declarations.resolved(use)
        if use.isNullable { return .unsupported("a value or null") }
        if enumeration(use) != nil || use.type == .dateTime { return .unsupported("a value that rules cannot read") }
        return isPlain(use) ? type(of: use) : .unsupported("a number of another width")
    }

    /// Whether a number in a container has the width that rules use.
    private func isPlain(_ use: TypeUse) -> Bool {
        switch use.type {
        case .integer(let format): format == .unspecified || format == .int64
        case .number(let format): format != .float && format != .exact
        default: true
        }
    }

    /// The values of an enum type.
    func enumeration(_ use: TypeUse) -> EnumShape? {
        guard case .named(let id) = declarations.resolved(use.type),
            case .enumeration(let shape)? = declarations[id]?.shape
        else { return nil }
        return shape
    }
}
