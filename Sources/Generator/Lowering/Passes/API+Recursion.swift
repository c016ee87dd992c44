import ApusAPIModel

// Types that would contain themselves by value.
extension API {
    /// Marks the properties and variants that close a cycle of containment by value.
    ///
    /// Arrays and maps store their elements separately, so only direct types of properties, variants and aliases count.
    /// A depth-first search in the order of the types marks each edge back into its path. So no cycle remains, and the
    /// result depends only on the description.
    mutating func markRecursion(_ indices: TypeIndex) {
        var states = [VisitState](repeating: .new, count: types.count)
        for start in types.indices where states[start] == .new {
            var stack = [Frame(type: start, edges: edges(of: types[start], indices))]
            states[start] = .onPath
            while var frame = stack.popLast() {
                guard frame.next < frame.edges.count else {
                    states[frame.type] = .done
                    continue
                }
                let edge = frame.edges[frame.next]
                frame.next += 1
                stack.append(frame)
                switch states[edge.target] {
                case .new:
                    states[edge.target] = .onPath
                    stack.append(Frame(type: edge.target, edges: edges(of: types[edge.target], indices)))
                case .onPath:
                    mark(edge, of: frame.type, stack: stack)
                case .done: continue
                }
            }
        }
    }

    private enum VisitState { case new, onPath, done }

    private struct Edge {
        var target: Int
        /// The index of the property or variant, or `nil` for an alias.
        var member: Int?
    }

    private struct Frame {
        var type: Int
        var edges: [Edge]
        var next = 0
    }

    /// Marks an edge that leads back. An alias cannot be marked, so its incoming edge is.
    private mutating func mark(_ edge: Edge, of type: Int, stack: [Frame]) {
        if let member = edge.member {
            setRecursive(member, of: type)
            return
        }
        for frame in stack.dropLast().reversed() {
            if let member = frame.edges[frame.next - 1].member {
                setRecursive(member, of: frame.type)
                return
            }
        }
    }

    private mutating func setRecursive(_ member: Int, of type: Int) {
        switch types[type].shape {
        case .object(var shape):
            shape.properties[member].isRecursive = true
            types[type].shape = .object(shape)
        case .union(var shape):
            shape.variants[member].isRecursive = true
            types[type].shape = .union(shape)
        case .alias, .enumeration: return
        }
    }

    private func edges(of declaration: TypeDeclaration, _ indices: TypeIndex) -> [Edge] {
        func targets(_ use: TypeUse) -> [Int] { use.contained.compactMap { indices[$0] } }
        switch declaration.shape {
        case .enumeration: return []
        case .alias(let use): return targets(use).map { Edge(target: $0, member: nil) }
        case .object(let shape):
            return shape.properties.indices.flatMap { index in
                targets(shape.properties[index].type).map { Edge(target: $0, member: index) }
            }
        case .union(let shape):
            return shape.variants.indices.flatMap { index in
                targets(shape.variants[index].type).map { Edge(target: $0, member: index) }
            }
        }
    }
}
