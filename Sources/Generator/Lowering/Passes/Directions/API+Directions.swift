import ApusAPIModel

// The directions of each type, and their effect on its members, values and variants.
extension API {
    /// Determines which types are sent and which are received, and separates the two forms of a type if they differ.
    mutating func assignDirections(_ context: inout PassContext) {
        let members = DirectionalMembers(self, context.index)
        assignDirections(without: members, context.index)
        keepMembersOfBothDirections(members)
        var requestNames = context.declarations.notes.requestNames
        if !members.isEmpty { separateDirections(members, &requestNames, &context) }
        context.diagnostics.reportUnusedRequestNames(requestNames)
        for index in types.indices {
            let isReceived = types[index].direction.contains(.response)
            switch types[index].shape {
            case .enumeration(var shape):
                shape.isOpen = isReceived || shape.isExtensible
                types[index].shape = .enumeration(shape)
            case .union(var shape):
                shape.isOpen = isReceived && shape.discrimination.hasTag
                types[index].shape = .union(shape)
            case .object, .alias: continue
            }
        }
    }

    /// Removes the mark from members that belong to both directions.
    private mutating func keepMembersOfBothDirections(_ members: DirectionalMembers) {
        for index in types.indices where !types[index].direction.isEmpty {
            guard case .object(var shape) = types[index].shape else { continue }
            let id = types[index].id
            var changes = false
            for position in shape.properties.indices {
                let property = shape.properties[position]
                guard property.isReadOnly || property.isWriteOnly, !members.hasDirection(property, of: id) else {
                    continue
                }
                shape.properties[position].isReadOnly = false
                shape.properties[position].isWriteOnly = false
                changes = true
            }
            if changes { types[index].shape = .object(shape) }
        }
    }

    /// Marks the types that are reached in each direction. Members that a direction omits are not followed.
    private mutating func assignDirections(without members: DirectionalMembers, _ positions: TypeIndex) {
        for (roots, direction) in [
            (mentionedByRequests, Direction.request), (mentionedByResponses, Direction.response),
        ] {
            var pending = roots.compactMap { positions[$0] }
            while let index = pending.popLast() {
                guard types[index].direction.insert(direction).inserted else { continue }
                pending += members.mentions(of: types[index], in: direction).compactMap { positions[$0] }
            }
        }
    }
}

extension Discrimination {
    /// Whether a member's value distinguishes variants, so that an unknown variant can be recognized by its value.
    fileprivate var hasTag: Bool {
        switch self {
        case .property: true
        case .kind(let branches): branches.contains { $0.plan.hasTag }
        case .value(let branches, let otherwise):
            otherwise.map(\.hasTag) ?? true || branches.contains { $0.plan.hasTag }
        case .presence(let branches, let otherwise):
            branches.contains { $0.plan.hasTag } || otherwise?.hasTag == true
        case .element, .variant, .trial: false
        }
    }
}
