import ApusAPIModel

extension LiteralWriter {
    /// Returns a Swift expression for a default. Its context must determine its type. The result is `nil` if there is
    /// no default, or if the runtime might not read it as the type.
    func defaultExpression(_ literal: JSONLiteral?, for use: TypeUse) -> String? {
        guard let literal, reads(literal, as: use) else { return nil }
        return expression(literal, for: use) ?? "DefaultValue.json(\(SwiftText.literal(literal.json)))"
    }

    /// Whether the runtime certainly reads a literal as a type.
    func reads(_ literal: JSONLiteral, as use: TypeUse) -> Bool {
        if case .null = literal, types.isNullable(use) { return true }
        switch (types.resolved(use.type), literal) {
        case (.any, _), (.boolean, .bool), (.null, .null): return true
        case (.integer, .number), (.number(.unspecified), .number), (.number(.float), .number),
            (.number(.double), .number):
            return expression(literal, for: use) != nil
        case (.number(.decimal), .number(let digits)):
            return digits.utf8.count <= 38 && digits.utf8.allSatisfy { $0.isASCIIDigit || ".-".utf8.contains($0) }
        case (let type, .string(let text)) where type.isText: return type.isSpelled(by: text)
        case (.array(let element), .array(let elements)): return elements.allSatisfy { reads($0, as: element) }
        case (.tuple(let uses), .array(let elements)):
            return uses.count == elements.count && zip(elements, uses).allSatisfy { reads($0, as: $1) }
        case (.map(let value), .object(let members)):
            return Set(members.map(\.name)).count == members.count && members.allSatisfy { reads($0.value, as: value) }
        case (.named(let id), _): return reads(literal, asDeclared: id)
        default: return false
        }
    }

    private func reads(_ literal: JSONLiteral, asDeclared id: TypeID) -> Bool {
        guard let declaration = types.declarations[id], !declaration.isExternal else { return false }
        switch declaration.shape {
        case .enumeration(let enumeration):
            if enumeration.cases.contains(where: { $0.value == literal }) { return true }
            guard enumeration.isOpen else { return false }
            return switch (enumeration.rawType, literal) {
            case (.string, .string): true
            default: false
            }
        case .object(let object):
            guard case .object(let members) = literal else { return false }
            return Set(members.map(\.name)).count == members.count
                && object.properties.allSatisfy { reads(literal, $0) }
                && members.allSatisfy { member in
                    guard case .kept(let value) = object.additionalProperties,
                        !object.properties.contains(where: { $0.name == member.name })
                    else { return true }
                    return reads(member.value, as: value)
                }
        case .union(let union):
            let chosen = union.discrimination.variant(of: literal).map { [$0] } ?? Array(union.variants.indices)
            return chosen.contains {
                union.variants.indices.contains($0) && reads(literal, as: union.variants[$0].type)
            }
        case .alias(let target):
            return reads(literal, as: target)
        }
    }

    private func reads(_ object: JSONLiteral, _ property: Property) -> Bool {
        guard let value = object[property.name] else { return !property.isRequired || property.defaultValue != nil }
        if let constant = property.constant { return constant == value }
        return reads(value, as: property.type)
    }
}

extension Type {
    /// Whether its values are strings in JSON.
    fileprivate var isText: Bool {
        switch self {
        case .string, .dateTime, .date, .uuid, .url, .base64: true
        default: false
        }
    }
}
