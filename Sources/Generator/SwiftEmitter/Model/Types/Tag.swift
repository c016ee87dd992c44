import ApusAPIModel

/// A member of an object whose value identifies the variant of a union. It is always sent.
struct Tag: Hashable {
    var type: TypeID
    var member: String
}

extension Tag {
    /// The members whose values identify the variants of unions.
    static func all(in types: SwiftTypes) -> Set<Tag> {
        var tags: Set<Tag> = []
        for case .union(let union) in types.api.types.map(\.shape) {
            let names = union.discrimination.memberNames
            if names.isEmpty { continue }
            var seen: Set<TypeID> = []
            for object in objects(in: union, types, &seen) {
                for name in names { tags.insert(Tag(type: object, member: name)) }
            }
        }
        return tags
    }

    /// The objects among the variants of a union, including those of nested unions.
    private static func objects(
        in union: UnionShape, _ types: SwiftTypes, _ seen: inout Set<TypeID>
    ) -> [TypeID] {
        var result: [TypeID] = []
        for variant in union.variants {
            guard case .named(let id) = types.resolved(variant.type.type), seen.insert(id).inserted else { continue }
            switch types.declarations[id]?.shape {
            case .object: result.append(id)
            case .union(let inner): result += objects(in: inner, types, &seen)
            case .enumeration, .alias, nil: break
            }
        }
        return result
    }
}

extension Discrimination {
    /// The members whose values the plan reads.
    fileprivate var memberNames: Set<String> {
        var names: Set<String> = []
        appendMemberNames(to: &names)
        return names
    }

    private func appendMemberNames(to names: inout Set<String>) {
        switch self {
        case .variant, .trial, .element: break
        case .kind(let branches):
            for branch in branches { branch.plan.appendMemberNames(to: &names) }
        case .property(let name, let branches, let otherwise, let absent):
            names.insert(name)
            for branch in branches { branch.plan.appendMemberNames(to: &names) }
            otherwise?.appendMemberNames(to: &names)
            absent?.appendMemberNames(to: &names)
        case .value(let branches, let otherwise):
            for branch in branches { branch.plan.appendMemberNames(to: &names) }
            otherwise?.appendMemberNames(to: &names)
        case .presence(let branches, let otherwise):
            for branch in branches { branch.plan.appendMemberNames(to: &names) }
            otherwise?.appendMemberNames(to: &names)
        }
    }
}
