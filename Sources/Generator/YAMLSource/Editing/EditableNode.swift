/// A node of an edited document.
///
/// It keeps the place of its origin, so that diagnostics point into the files that people edit. Children are created on
/// first access. Each alias of a node gets an editable node of its own.
public final class EditableNode {
    /// A member of an editable mapping.
    public struct Member {
        public var key: String
        public let keyNode: Node
        public let value: EditableNode
    }

    private enum Children {
        case members([Member])
        case elements([EditableNode])
    }

    /// The node that this one was created from.
    public private(set) var origin: Node
    private let document: EditableDocument
    /// The number of ancestors.
    private let depth: Int
    private var children: Children?

    init(_ origin: Node, in document: EditableDocument, depth: Int) {
        self.origin = origin
        self.document = document
        self.depth = depth
    }

    public var kind: Node.Kind { origin.kind }

    /// The members of a mapping. Empty for any other node.
    public var members: [Member] {
        if case .members(let members) = loaded { return members }
        return []
    }

    /// The elements of a sequence. Empty for any other node.
    public var elements: [EditableNode] {
        if case .elements(let elements) = loaded { return elements }
        return []
    }

    /// Returns the value of a key, or `nil` if the node is not a mapping or lacks the key.
    public subscript(key: String) -> EditableNode? {
        // The origin finds an absent key faster, as long as nothing has changed.
        if children == nil, origin[key] == nil { return nil }
        return members.first { $0.key == key }?.value
    }

    private var loaded: Children? {
        if let children { return children }
        switch kind {
        case .mapping:
            guard document.admits(origin.entries.count, depth: depth, at: origin) else { return nil }
            children = .members(
                origin.entries.map {
                    Member(
                        key: $0.key, keyNode: $0.keyNode, value: EditableNode($0.value, in: document, depth: depth + 1))
                })
        case .sequence:
            guard document.admits(origin.elements.count, depth: depth, at: origin) else { return nil }
            children = .elements(origin.elements.map { EditableNode($0, in: document, depth: depth + 1) })
        default: return nil
        }
        return children
    }

    // MARK: Changes

    /// Replaces this node's content with that of another.
    public func replace(with node: EditableNode) {
        origin = node.origin
        children = node.children
    }

    /// Adds a member to a mapping. The mapping must not have the key yet.
    public func add(_ member: Member) {
        guard case .members(var members) = loaded, document.admits(1, depth: depth, at: member.keyNode) else { return }
        children = nil
        members.append(Member(key: member.key, keyNode: member.keyNode, value: member.value.copy(depth: depth + 1)))
        children = .members(members)
    }

    /// Appends an element to a sequence.
    public func append(_ element: EditableNode) {
        guard case .elements(var elements) = loaded, document.admits(1, depth: depth, at: element.origin) else {
            return
        }
        children = nil
        elements.append(element.copy(depth: depth + 1))
        children = .elements(elements)
    }

    /// Removes the children that are in `nodes`.
    public func removeChildren(_ nodes: Set<ObjectIdentifier>) {
        switch loaded {
        case .members(let members):
            children = .members(members.filter { !nodes.contains(ObjectIdentifier($0.value)) })
        case .elements(let elements):
            children = .elements(elements.filter { !nodes.contains(ObjectIdentifier($0)) })
        case nil: return
        }
    }

    /// Returns an independent copy. The cost is proportional to the nodes already loaded.
    public func copy() -> EditableNode { copy(depth: depth) }

    private func copy(depth: Int) -> EditableNode {
        let copy = EditableNode(origin, in: document, depth: depth)
        switch children {
        case .members(let members):
            guard document.admits(members.count, depth: depth, at: origin) else { return copy }
            copy.children = .members(
                members.map { Member(key: $0.key, keyNode: $0.keyNode, value: $0.value.copy(depth: depth + 1)) })
        case .elements(let elements):
            guard document.admits(elements.count, depth: depth, at: origin) else { return copy }
            copy.children = .elements(elements.map { $0.copy(depth: depth + 1) })
        case nil: break
        }
        return copy
    }

    /// Whether children were accessed. If not, everything below equals the origin.
    var isLoaded: Bool { children != nil }
}
