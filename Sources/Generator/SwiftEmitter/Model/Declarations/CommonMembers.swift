import ApusAPIModel

/// A property of a union for a member that all variants have.
struct SwiftCommonMember {
    /// The name of the member in the description.
    let member: String
    /// The name, without backticks.
    let name: String
    let documentation: [String]
    let type: SwiftType
    /// Whether all variants require the member, and only values that match no variant may lack it.
    let isOptionalOnlyIfUnrecognized: Bool
    /// Whether the property's type has a value for an absent member or for `null`.
    let isOptional: Bool
}

extension SwiftCommonMember {
    /// Returns the members that have the same name and type in all variants of a union of objects.
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
                same.allSatisfy({ $0.name == property.name && $0.type.text == property.type.text })
            else { return nil }
            let isAdded = union.isOpen && !property.isOptional
            let isDescribedAlike = same.allSatisfy { $0.documentation == property.documentation }
            return SwiftCommonMember(
                member: property.member.name, name: property.name,
                documentation: isDescribedAlike ? property.documentation : [],
                type: isAdded ? .optional(property.type) : property.type, isOptionalOnlyIfUnrecognized: isAdded,
                isOptional: isAdded || property.isOptional)
        }
    }
}

extension SwiftProperty {
    /// Whether the property itself is stored, in the form that the table reads.
    fileprivate var isReadByTable: Bool { constant == nil && form != .filledIn && !isIndirect }
}
