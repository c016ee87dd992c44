import ApusAPIModel

// From where each type is reached, and what follows for enums and unions.
extension Lowering {
    func assignDirections(in api: inout API) {
        let indices = Dictionary(api.types.indices.map { (api.types[$0].id, $0) }) { first, _ in first }
        let edges = api.types.map { $0.mentions.compactMap { indices[$0] } }
        for (roots, direction) in [
            (api.mentionedByRequests, Direction.request), (api.mentionedByResponses, Direction.response),
        ] {
            var pending = roots.compactMap { indices[$0] }
            while let index = pending.popLast() {
                guard api.types[index].direction.insert(direction).inserted else { continue }
                pending += edges[index]
            }
        }
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
