import ApusAPIModel

/// A property of a union for a member that all variants have.
struct SwiftCommonMember {
    /// The name of the member in the description.
    let member: String
    /// The name, without backticks.
    let name: String
    let documentation: [String]
    let type: SwiftType
    /// Whether some variants require the member, so that their properties are not optional as this one is.
    let isRequiredBySome: Bool
    /// Whether the property's type has a value for an absent member or for `null`.
    let isOptional: Bool
}

extension SwiftCommonMember {
    /// Returns the members that have the same name and type in all variants of a union of objects. Only some of the
    /// variants may require them.
    static func all(
        of union: UnionShape, _ variants: [SwiftUnion.Variant], _ types: SwiftTypes
    ) -> [SwiftCommonMember] {
        guard variants.count > 1 else { return [] }
        var objects: [[SwiftProperty]] = []
        for variant in variants {
            guard case .named(let id) = types.resolved(variant.use.type), let declaration = types.declarations[id],
                !declaration.isExternal, case .object = declaration.shape, !types.isNullable(variant.use)
            else { return [] }
            objects.append((types.properties[id] ?? []).filter(\.isReadByTable))
        }
        let taken = ReservedNames.enumeration.names.union(variants.map(\.name))
        let others = objects.dropFirst().map { properties in
            Dictionary(properties.map { ($0.member.name, $0) }) { first, _ in first }
        }
        return objects[0].compactMap { property in
            let same = others.compactMap { $0[property.member.name] }
            guard same.count == others.count, !taken.contains(property.name),
                same.allSatisfy({ $0.name == property.name && $0.type.wrapped == property.type.wrapped })
            else { return nil }
            let required = ([property] + same).filter { !$0.isOptional }
            let isRequiredByAll = required.count == variants.count
            let isRequiredBySome = !required.isEmpty && (union.isOpen || !isRequiredByAll)
            let isDescribedAlike = same.allSatisfy { $0.documentation == property.documentation }
            return SwiftCommonMember(
                member: property.member.name, name: property.name,
                documentation: isDescribedAlike ? property.documentation : [],
                type: isRequiredBySome ? .optional(property.type.wrapped) : property.type,
                isRequiredBySome: isRequiredBySome, isOptional: isRequiredBySome || property.isOptional)
        }
    }
}

extension SwiftProperty {
    /// Whether the property itself is stored, in the form that the table reads.
    fileprivate var isReadByTable: Bool { constant == nil && form != .filledIn && !isIndirect }
}
