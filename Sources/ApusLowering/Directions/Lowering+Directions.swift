import ApusAPIModel

// From where each type is reached, and what follows for its members, its values and its variants.
extension Lowering {
    /// Tells what is sent from what is received, and gives both types of their own where they differ.
    mutating func assignDirections(in api: inout API) {
        let members = DirectionalMembers(api)
        assignDirections(in: &api, without: members)
        keepMembersOfBothDirections(in: &api, members)
        if !members.isEmpty { separateDirections(in: &api, members) }
        reportUnusedRequestNames()
        for index in api.types.indices {
            let isReceived = api.types[index].direction.contains(.response)
            switch api.types[index].shape {
            case .enumeration(var shape):
                shape.isOpen = isReceived || shape.isExtensible
                api.types[index].shape = .enumeration(shape)
            case .union(var shape):
                shape.isOpen = isReceived && shape.discrimination.hasTag
                api.types[index].shape = .union(shape)
            case .object, .alias: continue
            }
        }
    }

    /// Takes the mark from members that belong to both directions although they have one.
    private func keepMembersOfBothDirections(in api: inout API, _ members: DirectionalMembers) {
        for index in api.types.indices where !api.types[index].direction.isEmpty {
            guard case .object(var shape) = api.types[index].shape else { continue }
            let id = api.types[index].id
            var changes = false
            for position in shape.properties.indices {
                let property = shape.properties[position]
                guard property.isReadOnly || property.isWriteOnly, !members.hasDirection(property, of: id) else { continue }
                shape.properties[position].isReadOnly = false
                shape.properties[position].isWriteOnly = false
                changes = true
            }
            if changes { api.types[index].shape = .object(shape) }
        }
    }

    /// Marks the types that are reached in each direction. A member that a direction leaves out leads nowhere in it.
    private func assignDirections(in api: inout API, without members: DirectionalMembers) {
        let indices = Dictionary(api.types.indices.map { (api.types[$0].id, $0) }) { first, _ in first }
        for (roots, direction) in [
            (api.mentionedByRequests, Direction.request), (api.mentionedByResponses, Direction.response),
        ] {
            var pending = roots.compactMap { indices[$0] }
            while let index = pending.popLast() {
                guard api.types[index].direction.insert(direction).inserted else { continue }
                pending += members.mentions(of: api.types[index], in: direction).compactMap { indices[$0] }
            }
        }
    }
}

extension Discrimination {
    /// Whether a member's value tells variants apart, so that a value from later versions can be recognised as such.
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
